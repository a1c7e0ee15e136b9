import { download } from './download.ts';
import type { MatrixColours } from '../model/matrix-svg.ts';
import {
  casesInWords,
  choiceInWords,
  countsOfChoices,
  fileNameOf,
  lensOf,
  matrixCsv,
  queryOf,
  shareOf,
  statusOf,
  viewOf,
  type Lens,
  type LensField,
  type MatrixData,
  type MatrixView,
  type PlaceView,
} from '../model/matrix.ts';
import { matrixDataFrom, type EmbeddedMatrix } from '../model/packed-cases.ts';

/** The map: reads the lens from the address, shows the places through it, and keeps address and form in step. */
class MatrixLenses extends HTMLElement {
  #abort = new AbortController();
  #data: MatrixData | undefined;
  #lens: Lens = {};

  connectedCallback() {
    const { signal } = (this.#abort = new AbortController());
    const on = (target: EventTarget, type: string, act: (event: Event) => void) =>
      target.addEventListener(type, act, { signal });
    on(this.#form, 'submit', (event) => event.preventDefault());
    on(this.#form, 'change', () => this.#choose(this.#chosen));
    on(this.#part('.clear'), 'click', () => {
      this.#choose('');
      // The button is gone; whoever used it by keyboard goes on from the first field.
      this.#selects[0]?.focus();
    });
    on(this.#part('.copy'), 'click', () => void this.#copy());
    on(this.#part('.csv'), 'click', () => this.#downloadCsv());
    on(this.#part('.svg'), 'click', () => void this.#downloadSvg());
    on(window, 'popstate', () => this.#show(location.search));
    // Without a lens the page already says what there is to see.
    if (location.search !== '') this.#show(location.search);
  }

  disconnectedCallback() {
    this.#abort.abort();
  }

  get #form() {
    return this.#part<HTMLFormElement>('form');
  }
  get #selects() {
    return [...this.querySelectorAll('select')];
  }
  /** What is chosen in the form, as a query. */
  get #chosen() {
    return `?${new URLSearchParams([...new FormData(this.#form)] as [string, string][]).toString()}`;
  }
  get #known(): MatrixData {
    this.#data ??= matrixDataFrom(
      JSON.parse(this.#part('script[type="application/json"]').textContent) as EmbeddedMatrix,
    );
    return this.#data;
  }
  get #view(): MatrixView {
    return viewOf(this.#lens, this.#known);
  }
  #part<T extends HTMLElement = HTMLElement>(selector: string): T {
    const part = this.querySelector<T>(selector);
    if (!part) throw new Error(`<matrix-lenses> lacks ${selector}`);
    return part;
  }

  /** A choice of the reader: the address says it, so that the way back leads to what was seen before. */
  #choose(query: string) {
    this.#show(query);
    const address = location.pathname + queryOf(this.#lens);
    if (address !== location.pathname + location.search) history.pushState(null, '', address);
  }

  #show(query: string) {
    const data = this.#known;
    const { lens, notes } = lensOf(query, data);
    this.#lens = lens;
    const view = this.#view;
    // All are found before any is moved: what leaves one list is not in the page until it stands in the next.
    const items = new Map(
      view.steps.flatMap(({ places }) => places).map((place) => [place.slug, this.#place(place)]),
    );
    for (const { step, note, places } of view.steps) {
      for (const line of this.querySelectorAll<HTMLElement>(`[data-step="${step.slug}"] .step-note`)) {
        line.hidden = note === undefined;
        line.textContent = note ?? '';
      }
      const list = this.#part(`td[data-step="${step.slug}"] ul`);
      const own = places.flatMap(({ slug }) => items.get(slug) ?? []);
      if (own.some((item, i) => list.children[i] !== item) || list.children.length !== own.length)
        list.replaceChildren(...own);
    }
    this.#fill();
    const status = [statusOf(view, lens, data), ...notes].join(' ');
    const line = this.#part('.seen');
    if (line.textContent !== status) line.textContent = status;
    this.#tell('');
  }

  /** The item of a place, brought up to what the lens shows of it. */
  #place(place: PlaceView): HTMLElement {
    const item = this.#part(`[data-place="${place.slug}"]`);
    const part = (selector: string) => item.querySelector(selector) as HTMLElement;
    item.dataset['weight'] = String(place.weight);
    item.dataset['standing'] = place.standing;
    part('.cases b').textContent = String(place.caseStudies);
    part('.cases .unit').textContent = casesInWords(place, this.#known);
    part('rect').setAttribute('width', String(shareOf(place, this.#known)));
    part('.note').hidden = place.note === undefined;
    part('.note').textContent = place.note ?? '';
    part('.invitation').hidden = place.invitation === undefined;
    part('.invitation span').textContent = place.invitation ?? '';
    return item;
  }

  /** Puts the lens into the form, and says behind each value how many case studies it would leave. */
  #fill() {
    for (const field of this.#selects) {
      const name = field.name as LensField;
      field.value = this.#lens[name] ?? '';
      const counts = countsOfChoices(name, this.#lens, this.#known);
      for (const option of [...field.options].slice(1)) {
        const count = counts.get(option.value) ?? 0;
        option.textContent = choiceInWords(option.dataset['title'] ?? '', count);
        option.disabled = count === 0 && !option.selected;
      }
    }
    this.#part('.clear').hidden = Object.keys(this.#lens).length === 0;
  }

  #tell(text: string) {
    this.#part('.told').textContent = text;
    this.#part('.link').hidden = true;
  }

  async #copy() {
    try {
      await navigator.clipboard.writeText(location.href);
      this.#tell('Copied.');
    } catch {
      this.#tell('The browser did not allow it; the link is selected, so copy it by hand.');
      const field = this.#part<HTMLInputElement>('.link');
      field.hidden = false;
      field.value = location.href;
      field.select();
    }
  }

  /** Address of the view where the guide is at home, for whoever has only the file. */
  #addressOf(path: string) {
    return new URL(path, this.dataset['address']).href;
  }

  #downloadCsv() {
    const root = (this.dataset['root'] ?? '/').replace(/\/$/, '');
    const text = matrixCsv(this.#view, this.#lens, this.#known, (path) => this.#addressOf(root + path));
    this.#download(text, 'text/csv', 'csv');
  }

  async #downloadSvg() {
    try {
      const { matrixSvg } = await import('../model/matrix-svg.ts');
      const text = matrixSvg(this.#view, this.#lens, this.#known, {
        title: 'The map of challenges in deploying machine learning',
        address: this.#addressOf(queryOf(this.#lens) || '?').replace(/\?$/, ''),
        colours: this.#colours(),
      });
      this.#download(text, 'image/svg+xml', 'svg');
    } catch {
      this.#tell('The picture could not be made: is the network gone?');
    }
  }

  #download(text: string, type: string, ending: string) {
    const name = `${fileNameOf(this.#lens)}.${ending}`;
    download(text, type, name);
    this.#tell(`Downloaded as ${name}.`);
  }

  /** The colours of the guide by day, whatever the reader's screen, as pictures elsewhere know them. */
  #colours(): MatrixColours {
    const probe = document.createElement('span');
    probe.style.colorScheme = 'only light';
    this.append(probe);
    const brush = new OffscreenCanvas(1, 1).getContext('2d', { willReadFrequently: true });
    const colour = (token: string) => {
      probe.style.color = `var(--${token})`;
      if (!brush) return '#000000';
      brush.fillStyle = getComputedStyle(probe).color;
      brush.fillRect(0, 0, 1, 1);
      const [red = 0, green = 0, blue = 0] = brush.getImageData(0, 0, 1, 1).data;
      return `#${[red, green, blue].map((each) => each.toString(16).padStart(2, '0')).join('')}`;
    };
    const colours = {
      paper: colour('paper'),
      ink: colour('ink'),
      soft: colour('ink-soft'),
      stages: Object.fromEntries(this.#known.stages.map(({ slug }) => [slug, colour(slug)])),
    };
    probe.remove();
    return colours;
  }
}

customElements.define('matrix-lenses', MatrixLenses);
