/** The page of interview practice: which of its views is shown, and what stands in the address. */
import { announce, button, el } from '../../dom.ts';
import { readSession, writeSession } from '../../storage/interview-session.ts';
import { keepInterview, readInterviews } from '../../storage/interviews.ts';
import { mark } from '../../storage/progress.ts';
import { readAddress, writeAddress, type Address } from './address.ts';
import { AskView } from './ask.ts';
import { Bank } from './bank.ts';
import { KeptList } from './kept.ts';
import { pick } from './pick.ts';
import { keepFailed } from './refusal.ts';
import { reportView } from './report.ts';
import { markOf, percent, tally, type Result } from './results.ts';
import { begin, resume, type Session } from './session.ts';
import { seedFrom, USUAL, type Settings } from './settings.ts';
import { Setup } from './setup.ts';
import { showSheet } from './sheet.ts';

/** Enables the page's element. */
export function openInterview(root: HTMLElement): void {
  const part = (name: string): HTMLElement => root.querySelector<HTMLElement>(`.iv-${name}`)!;
  const stage = part('stage');
  let address: Address = readAddress(location.search);
  let view: AskView | undefined;

  const setAddress = (change: Partial<Address>): void => {
    address = { ...address, ...change };
    const text = writeAddress(address);
    if (text !== location.search) history.replaceState(null, '', text || location.pathname);
  };

  const bank = new Bank(part('bank'), address.filter, (filter) => {
    setAddress({ filter });
  });
  const setup = new Setup(part('setup'), bank.questions, (what, settings, seed) => {
    if (what === 'sheet') sheet(settings, seed);
    else start(settings, seed);
  });
  const waiting = el('p.iv-waiting', { hidden: true });
  part('setup').querySelector('h2')!.after(waiting);
  const kept = new KeptList(part('kept'), (result) => {
    report(result);
  });

  /** Either the stage is seen, or all the rest. */
  const turn = (isStage: boolean): void => {
    view?.close();
    view = undefined;
    stage.hidden = !isStage;
    for (const name of ['head', 'setup', 'bank', 'kept']) part(name).hidden = isStage;
    if (isStage) scrollTo({ top: 0, behavior: 'instant' });
    else stage.replaceChildren();
  };

  function start(settings: Settings, seed: string): void {
    const questions = pick(bank.questions, settings, seed);
    if (questions.length === 0) {
      leave();
      return;
    }
    ask(begin(questions, settings, seed, Date.now()));
  }

  function ask(session: Session): void {
    const { settings, seed } = session;
    turn(true);
    setAddress({ drawn: { settings, seed }, isSheet: false, result: undefined });
    const changed = (now: Session): void => {
      writeSession(now, Date.now());
    };
    view = new AskView(session, bank, changed, ended);
    stage.replaceChildren(view.root);
    view.draw();
  }

  /** Where an interview of this tab has not ended, the reader may go on with it. */
  function offer(): void {
    const session = readSession();
    // A question that the site has no longer ends its interview.
    const isWhole = session?.asked.every(({ question }) => bank.find(question)) ?? false;
    waiting.hidden = !session || !isWhole;
    if (!session || !isWhole) return;
    waiting.replaceChildren(
      `An interview has not ended: question ${session.at + 1} of ${session.asked.length}. Its clock stands. `,
      button(
        'Continue',
        () => {
          ask(resume(session, 'page', Date.now()));
        },
        { className: 'iv-link' },
      ),
      ' ',
      button(
        'Drop it',
        () => {
          writeSession(undefined, Date.now());
          waiting.hidden = true;
          setup.focus();
        },
        { className: 'iv-link' },
      ),
    );
  }

  function ended(result: Result | undefined): void {
    writeSession(undefined, Date.now());
    if (!result) {
      leave();
      announce('The interview has ended. No question was rated, so nothing was kept.');
      return;
    }
    const refusals = [
      keepInterview(result),
      ...result.answers.map(({ question, rating }) => mark('question', question, markOf(rating))),
    ];
    kept.draw();
    const refusal = refusals.find((refused) => refused !== undefined);
    report(result, refusal ? keepFailed(refusal) : '');
    announce(`The interview has ended. Result: ${percent(tally('', result.answers).score)}.`);
  }

  function report(result: Result, note = ''): void {
    turn(true);
    setAddress({ drawn: undefined, isSheet: false, result: result.id });
    const shown = reportView(
      result,
      bank,
      {
        repeat: start,
        again: (settings) => {
          start(settings, seedFrom(crypto.getRandomValues(new Uint8Array(6))));
        },
        leave,
      },
      note,
    );
    stage.replaceChildren(shown);
    shown.querySelector('h2')!.focus();
  }

  function sheet(settings: Settings, seed: string): void {
    const questions = pick(bank.questions, settings, seed);
    if (questions.length === 0) {
      leave();
      return;
    }
    turn(true);
    setAddress({ drawn: { settings, seed }, isSheet: true, result: undefined });
    setup.fill(settings, seed);
    void showSheet(stage, questions, settings, seed, { leave });
  }

  function leave(): void {
    turn(false);
    offer();
    setAddress({ isSheet: false, result: undefined });
    setup.fill(address.drawn?.settings ?? setup.settings, address.drawn?.seed ?? '');
    setup.focus();
  }

  const { drawn, isSheet, result: id } = address;
  setup.fill(drawn?.settings ?? USUAL, drawn?.seed ?? '');
  const result = id === undefined ? undefined : readInterviews().results.find((known) => known.id === id);
  if (result) report(result);
  else if (drawn && isSheet) sheet(drawn.settings, drawn.seed);
  else offer();
}
