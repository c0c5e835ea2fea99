import type { Locator, Page } from 'playwright-core';

/** Keyboard and mouse of a user, each of whose acts counts: a key, a text that is typed, a click, a turn of the wheel, a drag. */
export class CountedHands {
  steps = 0;
  readonly #page: Page;

  constructor(page: Page) {
    this.#page = page;
  }

  async press(key: string, times = 1): Promise<void> {
    for (let time = 0; time < times; time++) {
      this.steps++;
      await this.#page.keyboard.press(key);
    }
  }

  async type(text: string): Promise<void> {
    this.steps++;
    await this.#page.keyboard.type(text);
  }

  async click(target: Locator, options: Parameters<Locator['click']>[0] = {}): Promise<void> {
    this.steps++;
    await target.click(options);
  }

  async doubleClick(target: Locator): Promise<void> {
    this.steps++;
    await target.dblclick();
  }

  /** Turns the wheel above an element. */
  async wheel(target: Locator, down: number): Promise<void> {
    this.steps++;
    await target.hover();
    await this.#page.mouse.wheel(0, down);
  }

  /** Drags within an element, from one place to another; both are shares of its width. */
  async drag(target: Locator, from: number, to: number): Promise<void> {
    this.steps++;
    const { x, y, width, height } = (await target.boundingBox())!;
    await this.#page.mouse.move(x + from * width, y + height / 2);
    await this.#page.mouse.down();
    await this.#page.mouse.move(x + ((from + to) / 2) * width, y + height / 2);
    await this.#page.mouse.move(x + to * width, y + height / 2);
    await this.#page.mouse.up();
  }
}
