import { textOf } from '../../i18n/i18n.ts';

const onMac = navigator.userAgent.includes('Mac OS');

/** The keys of a combination as they are printed on the keyboard, e.g. `mod+shift+z` → Ctrl, Shift, Z. */
export function keyNames(combination: string): string[] {
  return combination.split('+').map(keyName);
}

function keyName(key: string): string {
  switch (key) {
    case 'mod':
      return onMac ? '⌘' : 'Ctrl';
    case 'shift':
      return onMac ? '⇧' : 'Shift';
    case 'alt':
      return onMac ? '⌥' : 'Alt';
    case 'left':
      return '←';
    case 'right':
      return '→';
    case 'up':
      return '↑';
    case 'down':
      return '↓';
    case 'space':
      return textOf('frame:keys.space');
    default:
      return key.length === 1 ? key.toUpperCase() : key.charAt(0).toUpperCase() + key.slice(1);
  }
}
