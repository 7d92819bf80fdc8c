/** Makes change sequence numbers as slapd stamps them on entries: `20180117120000.000000Z#000000#000#000000`. */
export class ChangeNumbers {
  private last = 0;
  private count = 0;

  /** `now` gives milliseconds since 1970; tests pass their own. */
  constructor(private readonly now: () => number = Date.now) {}

  /** A number never given before and greater, as text, than every earlier one; with the time it stands for. */
  next(): { csn: string; time: string } {
    const at = Math.max(this.now(), this.last);
    this.count = at === this.last ? this.count + 1 : 0;
    this.last = at;
    const [seconds = '', milliseconds = ''] = new Date(at)
      .toISOString()
      .replace(/[-:TZ]/g, '')
      .split('.');
    const count = this.count.toString(16).padStart(6, '0');
    return { csn: `${seconds}.${milliseconds}000Z#${count}#000#000000`, time: `${seconds}Z` };
  }
}
