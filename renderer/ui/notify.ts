import { OverlayToaster, Position, type Toaster, type ToastProps } from '@blueprintjs/core';
import { textOf } from '../i18n/i18n.ts';
import { errorText } from './error-text.ts';

let toaster: Promise<Toaster> | null = null;

async function show(toast: ToastProps): Promise<void> {
  toaster ??= OverlayToaster.create({ position: Position.BOTTOM, maxToasts: 3 });
  // The library's own button for closing has an English name; where there is nothing else to do, closing is the act.
  const close = { text: textOf('common:close') };
  (await toaster).show({ action: close, isCloseButtonShown: false, ...toast });
}

/** A general message that belongs to no control, e.g. that a file was written. */
export function notify(message: string, action?: { text: string; run: () => void }): void {
  void show({
    message,
    timeout: 6000,
    ...(action === undefined ? {} : { action: { text: action.text, onClick: action.run } }),
  });
}

/** An error that belongs to no control. One that does is shown there, with `ControlError`. */
export function notifyError(error: unknown): void {
  console.warn(error);
  void show({ message: errorText(error), intent: 'danger', timeout: 0 });
}
