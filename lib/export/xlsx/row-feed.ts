/** Blocks of rows as they come, handed out in pieces no longer than asked for. */
export class RowFeed<Row> {
  private readonly blocks: AsyncIterator<readonly Row[]>;
  private block: readonly Row[] = [];
  private at = 0;

  constructor(rows: AsyncIterable<readonly Row[]>) {
    this.blocks = rows[Symbol.asyncIterator]();
  }

  /** Whether there is another row; waits for the next block when it must. */
  async more(): Promise<boolean> {
    while (this.at >= this.block.length) {
      const next = await this.blocks.next();
      if (next.done) return false;
      this.block = next.value;
      this.at = 0;
    }
    return true;
  }

  /** The next rows of the block at hand, at most so many. */
  take(most: number): readonly Row[] {
    const rows = this.block.slice(this.at, this.at + most);
    this.at += rows.length;
    return rows;
  }

  /** Tells the source that nobody wants more; called after its end it does nothing. */
  async stop(): Promise<void> {
    await this.blocks.return?.();
  }
}
