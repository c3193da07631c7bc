import type { AppEvent } from '../../shared/contract/events.ts';
import type { Emit, Logger } from '../services/ports.ts';

export interface EventBus {
  readonly emit: Emit;
  /** Returns the function that ends the subscription. */
  subscribe(connection: string, listener: (event: AppEvent) => void): () => void;
}

export function createEventBus(logger: Logger): EventBus {
  const subscriptions = new Set<{ connection: string; listener: (event: AppEvent) => void }>();
  return {
    emit(event, connection) {
      for (const subscription of subscriptions) {
        if (connection !== undefined && subscription.connection !== connection) continue;
        try {
          subscription.listener(event);
        } catch (cause) {
          logger.error('a listener failed', { event: event.type, cause });
        }
      }
    },
    subscribe(connection, listener) {
      const subscription = { connection, listener };
      subscriptions.add(subscription);
      return () => subscriptions.delete(subscription);
    },
  };
}
