import { OverlayToaster, Position, type Toaster, type ToastProps } from '@blueprintjs/core';
import { errorText } from './error-text.ts';

let toaster: Promise<Toaster> | null = null;

async function show(toast: ToastProps): Promise<void> {
  toaster ??= OverlayToaster.create({ position: Position.BOTTOM, maxToasts: 3 });
  (await toaster).show(toast);
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
