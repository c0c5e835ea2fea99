import * as vscode from 'vscode';
import type { TimelineView } from '../editor/timelineView.ts';
import { Disposables } from '../lifetime/disposables.ts';
import { debounce } from '../lifetime/debounce.ts';

interface InputOptions {
  readonly title: string;
  readonly prompt: string;
  readonly value?: string;
  /** The filter for what is typed; undefined where that is none. */
  readonly queryOf: (typed: string) => string | undefined;
  /** What is wrong with what is typed. */
  readonly problemOf?: (typed: string) => string | undefined;
}

/** Each preview is a question to the engine. */
const previewDelay = 250;

/** Lets the user type, while the timeline previews what that leads to; undefined if they turn away, and then all is as it was. */
export async function inputWithPreview(view: TimelineView, options: InputOptions): Promise<string | undefined> {
  const { title, prompt, value = '', queryOf, problemOf = () => undefined } = options;
  const owned = new Disposables();
  const input = owned.add(vscode.window.createInputBox());
  input.title = title;
  input.prompt = prompt;
  input.value = value;
  // The timeline takes the keyboard back when the palette closes, which would close the question at once.
  input.ignoreFocusOut = true;
  const preview = owned.add(debounce(() => view.preview(queryOf(input.value) ?? null), previewDelay));
  try {
    return await new Promise((resolve) => {
      owned.add(
        input.onDidChangeValue((typed) => {
          input.validationMessage = problemOf(typed);
          preview();
        }),
      );
      owned.add(input.onDidAccept(() => problemOf(input.value) === undefined && resolve(input.value)));
      owned.add(input.onDidHide(() => resolve(undefined)));
      input.show();
    });
  } finally {
    owned.dispose();
    view.preview(null);
  }
}
