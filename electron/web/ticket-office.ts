import type { HostOptions } from '../host/create-host.ts';

/** Permissions for one transfer each: used once, and only within a minute. */
export interface TicketOffice<Errand> {
  issue(errand: Errand): string;
  /** null: unknown, used or expired. */
  take(ticket: string): Errand | null;
}

const LIFETIME_MS = 60_000;

export function createTicketOffice<Errand>({
  clock,
  ids,
}: Pick<HostOptions, 'clock' | 'ids'>): TicketOffice<Errand> {
  const open = new Map<string, { errand: Errand; expiresAt: number }>();

  function dropExpired(): void {
    const now = clock().getTime();
    for (const [ticket, { expiresAt }] of open) {
      if (expiresAt <= now) open.delete(ticket);
    }
  }

  return {
    issue(errand) {
      dropExpired();
      const ticket = ids();
      open.set(ticket, { errand, expiresAt: clock().getTime() + LIFETIME_MS });
      return ticket;
    },
    take(ticket) {
      dropExpired();
      const found = open.get(ticket);
      open.delete(ticket);
      return found?.errand ?? null;
    },
  };
}
