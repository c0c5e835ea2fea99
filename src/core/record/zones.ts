/** `utc`, `local` for the zone of this computer, or the IANA name of any zone, such as `Europe/Berlin`. */
export type Zone = string;

/** The clock of a zone at a moment, as a Date whose UTC parts are those of the clock. Milliseconds since 1970. */
export function wallClock(zone: Zone, moment: number): Date {
  return new Date(moment + zoneOffset(zone, moment));
}

/** How far the clocks of a zone are ahead of UTC at a moment. Milliseconds. */
export function zoneOffset(zone: Zone, moment: number): number {
  switch (zone) {
    case 'utc':
      return 0;
    case 'local': {
      const local = new Date(moment);
      // Not by its offset in minutes: that of years before there were zones has seconds.
      return (
        utc(local.getFullYear(), local.getMonth(), local.getDate(), local.getHours(), local.getMinutes(), local.getSeconds()) -
        second(moment)
      );
    }
    default: {
      const parts = new Map(
        clockOf(zone)
          .formatToParts(moment)
          .map(({ type, value }) => [type, value]),
      );
      const part = (type: Intl.DateTimeFormatPartTypes): number => Number(parts.get(type));
      // The year before 1 is the year 1 of the other era.
      const year = parts.get('era') === 'B' ? 1 - part('year') : part('year');
      return utc(year, part('month') - 1, part('day'), part('hour'), part('minute'), part('second')) - second(moment);
    }
  }
}

/**
 * The moments at which the clocks of a zone show a time, given as {@link wallClock} does: none for a time that they leave out when
 * they are put forward, two for one that they show again when they are put back.
 */
export function momentsOfClock(zone: Zone, clock: number): readonly number[] {
  const day = 86_400_000;
  // The offsets around: no zone changes its clocks twice within two days.
  const offsets = [zoneOffset(zone, clock - day), zoneOffset(zone, clock + day)];
  const moments = offsets.map((offset) => clock - offset).filter((moment) => moment + zoneOffset(zone, moment) === clock);
  return [...new Set(moments)].sort((left, right) => left - right);
}

const clocks = new Map<Zone, Intl.DateTimeFormat>();

function clockOf(zone: Zone): Intl.DateTimeFormat {
  const known = clocks.get(zone);
  if (known !== undefined) {
    return known;
  }
  const digits = { year: 'numeric', month: 'numeric', day: 'numeric', hour: 'numeric', minute: 'numeric', second: 'numeric' } as const;
  const made = new Intl.DateTimeFormat('en-US', { ...digits, era: 'narrow', calendar: 'gregory', hourCycle: 'h23', timeZone: zone });
  clocks.set(zone, made);
  return made;
}

/** Milliseconds since 1970, for any year: `Date.UTC` takes the first hundred for those of the 20th century. */
function utc(year: number, month: number, day: number, hour: number, minute: number, seconds: number): number {
  const date = new Date(0);
  date.setUTCFullYear(year, month, day);
  date.setUTCHours(hour, minute, seconds);
  return date.getTime();
}

function second(moment: number): number {
  return Math.floor(moment / 1000) * 1000;
}
