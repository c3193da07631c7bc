import { join } from 'node:path';
import {
  type CompileDocArgs,
  NodeCompiler,
  type NodeTypstDocument,
  PdfStandard,
} from '@myriaddreamin/typst-ts-node-compiler';
import { AppError } from '../../shared/contract/errors.ts';
import type { Brief } from './brief.ts';
import { renderChart } from './charts/render-chart.ts';
import { splitPages, type SvgPages } from './split-pages.ts';

/** A4, as resources/brief/paper.typ says. */
const PAGE = { width: 595.2756, height: 841.8898 };

/** Results of typesetting that were not used in this many runs are forgotten. */
const KEPT_RUNS = 8;

export interface TypesetterFiles {
  /** Holds brief.typ. */
  readonly templateFolder: string;
  readonly fontFiles: readonly string[];
}

/** Where typesetting stands; in this order. */
export type TypesettingStage = 'charts' | 'layout' | 'output';

type OnStage = (stage: TypesettingStage) => void;

/** Turns briefs into documents. What is equal to the brief before costs next to nothing. */
export interface Typesetter {
  /**
   * A tagged PDF with embedded fonts, outline and metadata; PDF/UA-1 whenever our fonts have every character. Equal
   * briefs give equal bytes.
   */
  pdf(brief: Brief, onStage: OnStage): Buffer;
  pages(brief: Brief, onStage: OnStage): SvgPages;
}

export function createTypesetter({ templateFolder, fontFiles }: TypesetterFiles): Typesetter {
  // Given first, our fonts win over any of the same name on the machine; others only lend characters that ours lack.
  const compiler = NodeCompiler.create({
    workspace: templateFolder,
    fontArgs: [{ fontPaths: [...fontFiles] }],
  });
  const mainFile: CompileDocArgs = { mainFilePath: join(templateFolder, 'brief.typ') };
  const place = (file: string) => join(templateFolder, file);
  // Text of each virtual file as the compiler knows it, and of each chart by what it shows.
  let files = new Map<string, string>();
  let charts = new Map<string, string>();

  function provide(brief: Brief): void {
    const { charts: specs, ...words } = brief;
    const drawn = new Map<string, string>();
    const wanted = new Map([['brief.json', JSON.stringify(words)]]);
    for (const [name, spec] of Object.entries(specs)) {
      const key = JSON.stringify(spec);
      const svg = charts.get(key) ?? renderChart(spec);
      drawn.set(key, svg);
      wanted.set(`charts/${name}.svg`, svg);
    }
    for (const [file, text] of wanted) {
      if (files.get(file) !== text) compiler.mapShadow(place(file), Buffer.from(text));
    }
    for (const file of files.keys()) {
      if (!wanted.has(file)) compiler.unmapShadow(place(file));
    }
    files = wanted;
    charts = drawn;
  }

  function compile(brief: Brief, onStage: OnStage): NodeTypstDocument {
    onStage('charts');
    provide(brief);
    onStage('layout');
    const compiled = compiler.compile(mainFile);
    compiler.evictCache(KEPT_RUNS);
    if (compiled.result === null) {
      const error = compiled.takeError() ?? compiled.takeDiagnostics();
      const found =
        error === null ? 'no reason given' : JSON.stringify(compiler.fetchDiagnostics(error));
      throw new AppError('E_INTERNAL', `the brief could not be typeset: ${found}`);
    }
    return compiled.result;
  }

  return {
    pdf(brief, onStage) {
      const document = compile(brief, onStage);
      onStage('output');
      try {
        return compiler.pdf(document, { pdfStandard: PdfStandard.UA_1 });
      } catch (cause) {
        // The standard forbids characters without a glyph. The document is still tagged without its seal.
        if (!String(cause).includes('could not be displayed with font')) throw cause;
        return compiler.pdf(document, { pdfTags: true });
      }
    },
    pages(brief, onStage) {
      const document = compile(brief, onStage);
      onStage('output');
      return splitPages(compiler.svg(document), PAGE.width, PAGE.height);
    },
  };
}
