import type { Language } from '../../shared/model/language.ts';
import type { ChartSpec } from './charts/chart-spec.ts';

/**
 * A brief in print-ready words and numbers: what the Typst template lays out. Every string is final; the template adds
 * no figure and no word of its own. Places along an axis are 0..1.
 */
export interface Brief {
  readonly language: Language;
  readonly title: string;
  readonly subtitle: string;
  /** Empty: none. */
  readonly author: string;
  readonly date: { readonly year: number; readonly month: number; readonly day: number };
  /** What stands under the title: scenario, date, author, method. */
  readonly facts: readonly Labelled[];
  readonly runningHead: string;
  readonly words: { readonly madeWith: string };
  readonly sections: readonly BriefSectionModel[];
  /** Charts by file name without ending. */
  readonly charts: Readonly<Record<string, ChartSpec>>;
}

export interface Labelled {
  readonly label: string;
  readonly text: string;
}

export type BriefSectionModel =
  | FindingsSection
  | RankingSection
  | ContributionsSection
  | ScenarioSection
  | UnitsSection
  | MethodSection
  | UnknownsSection
  | DataSection
  | SourcesSection;

export interface FindingsSection {
  readonly kind: 'findings';
  readonly title: string;
  readonly findings: readonly string[];
}

/** A value with a thin line from the lowest to the highest it can be. */
export interface PlacedInterval {
  readonly low: number;
  readonly value: number;
  readonly high: number;
}

export interface RankingSection {
  readonly kind: 'ranking';
  readonly title: string;
  /** Empty text when nothing is ranked and the sentence says so. */
  readonly empty: string;
  readonly head: {
    readonly rank: string;
    readonly unit: string;
    readonly score: string;
    readonly interval: string;
    readonly plausible: string;
    readonly certain: string;
    readonly coverage: string;
    /** Empty: the brief is about `baseline`, nothing has moved. */
    readonly movement: string;
  };
  readonly axis: { readonly low: string; readonly high: string };
  readonly rows: readonly RankingRow[];
  readonly notRanked: NotRanked | null;
  readonly notes: readonly string[];
}

export interface RankingRow {
  readonly rank: string;
  readonly unit: string;
  readonly score: string;
  readonly interval: string;
  readonly place: PlacedInterval;
  readonly plausible: string;
  readonly certain: string;
  readonly coverage: string;
  readonly coverageShare: number;
  readonly movement: string;
}

export interface NotRanked {
  readonly title: string;
  readonly head: {
    readonly unit: string;
    readonly score: string;
    readonly coverage: string;
    readonly lacking: string;
  };
  readonly rows: readonly {
    readonly unit: string;
    readonly score: string;
    readonly coverage: string;
    readonly coverageShare: number;
    readonly lacking: string;
  }[];
}

export interface Legend {
  readonly name: string;
  readonly colour: string;
}

export interface Tick {
  readonly at: number;
  readonly label: string;
}

export interface ContributionsSection {
  readonly kind: 'contributions';
  readonly title: string;
  readonly legend: readonly Legend[];
  /** Name of the chart's interval in the legend. */
  readonly intervalLegend: string;
  /** One for each page that the bars need. */
  readonly charts: readonly {
    readonly file: string;
    readonly description: string;
    readonly rowHeight: number;
    readonly rows: readonly {
      readonly rank: string;
      readonly unit: string;
      readonly score: string;
    }[];
    readonly ticks: readonly Tick[];
  }[];
  readonly table: {
    readonly title: string;
    readonly unit: string;
    readonly total: string;
    readonly rows: readonly {
      readonly unit: string;
      readonly parts: readonly string[];
      readonly total: string;
    }[];
  } | null;
  readonly notes: readonly string[];
}

export interface ScenarioSection {
  readonly kind: 'scenario';
  readonly title: string;
  readonly introduction: string;
  readonly description: string;
  readonly changesTitle: string;
  readonly changes: readonly string[];
  readonly ranksTitle: string;
  readonly slope: {
    readonly file: string;
    readonly description: string;
    readonly rowHeight: number;
    readonly before: string;
    readonly after: string;
    readonly left: readonly SlopeLabel[];
    readonly right: readonly SlopeLabel[];
  } | null;
  readonly table: {
    readonly head: readonly string[];
    readonly rows: readonly (readonly string[])[];
  } | null;
}

export interface SlopeLabel {
  readonly rank: string;
  readonly unit: string;
  readonly score: string;
  readonly moved: boolean;
}

export interface UnitsSection {
  readonly kind: 'units';
  readonly title: string;
  readonly introduction: string;
  readonly labels: {
    readonly profile: string;
    readonly median: string;
    readonly dimensionScore: string;
    readonly coverage: string;
    readonly strengths: string;
    readonly weaknesses: string;
    readonly values: string;
    readonly missing: string;
  };
  readonly valueHead: readonly string[];
  /** What the marks behind values mean. */
  readonly legend: readonly string[];
  readonly units: readonly UnitPage[];
}

export interface UnitPage {
  readonly name: string;
  readonly rank: string;
  readonly figures: readonly Labelled[];
  readonly profile: {
    readonly file: string;
    readonly description: string;
    readonly rowHeight: number;
    readonly rows: readonly {
      readonly name: string;
      readonly colour: string;
      readonly score: string;
      readonly coverage: string;
    }[];
    readonly ticks: readonly Tick[];
  };
  readonly strengths: readonly string[];
  readonly weaknesses: readonly string[];
  readonly groups: readonly {
    readonly name: string;
    readonly colour: string;
    readonly rows: readonly ValueRow[];
  }[];
  readonly missing: string;
}

export interface ValueRow {
  readonly code: string;
  readonly label: string;
  readonly value: string;
  readonly marks: string;
  readonly date: string;
  readonly normalised: string;
  readonly contribution: string;
  readonly citation: number | null;
}

export interface MethodSection {
  readonly kind: 'method';
  readonly title: string;
  readonly paragraphs: readonly string[];
  readonly notesTitle: string;
  readonly notes: readonly string[];
  readonly intervalsTitle: string;
  readonly intervals: readonly string[];
  readonly frameworkTitle: string;
  readonly frameworkSource: string;
  readonly frameworkHead: readonly string[];
  readonly framework: readonly (
    | {
        readonly level: 'dimension';
        readonly name: string;
        readonly colour: string;
        readonly weight: string;
      }
    | { readonly level: 'indicator'; readonly cells: readonly string[] }
  )[];
  readonly frameworkNote: string;
  readonly assumptionsTitle: string;
  readonly assumptions: readonly string[];
  readonly indicatorAssumptionsTitle: string;
  readonly indicatorAssumptions: readonly string[];
}

export interface UnknownsSection {
  readonly kind: 'unknowns';
  readonly title: string;
  readonly summary: readonly string[];
  /** Why there is no map; empty: there is one, or nothing to draw. */
  readonly noMap: string;
  readonly map: {
    readonly title: string;
    readonly legend: readonly {
      readonly mark: 'exact' | 'proxy' | 'overridden' | 'missing';
      readonly name: string;
    }[];
    /** Empty: no value is outside. */
    readonly outsideLegend: string;
    readonly coverage: string;
    /** In points, as in the charts. */
    readonly columnWidth: number;
    readonly columns: readonly string[];
    readonly groups: readonly {
      readonly name: string;
      readonly colour: string;
      readonly columns: number;
    }[];
    readonly charts: readonly {
      readonly file: string;
      readonly description: string;
      readonly rowHeight: number;
      readonly rows: readonly { readonly unit: string; readonly coverage: string }[];
    }[];
  } | null;
  readonly proxies: SimpleTable | null;
  readonly outside: SimpleTable | null;
  readonly timeUnknown: SimpleTable | null;
  readonly empty: SimpleTable | null;
}

export interface SimpleTable {
  readonly title: string;
  readonly note: string;
  readonly head: readonly string[];
  readonly rows: readonly (readonly TableCell[])[];
}

export interface TableCell {
  readonly text: string;
  readonly citation?: number | null;
}

export interface DataSection {
  readonly kind: 'data';
  readonly title: string;
  readonly legend: readonly string[];
  readonly unitHead: string;
  readonly matrices: readonly {
    readonly dimension: string;
    readonly colour: string;
    readonly columns: readonly {
      readonly code: string;
      readonly label: string;
      readonly unit: string;
      /** In points: what its values and marks need. */
      readonly width: number;
    }[];
    readonly rows: readonly { readonly unit: string; readonly cells: readonly DataCell[] }[];
  }[];
  readonly note: string;
}

export interface DataCell {
  /** Empty: missing. */
  readonly value: string;
  readonly marks: string;
  readonly citation: number | null;
  /** Of a missing cell: how many candidates are not used; empty: none. */
  readonly candidates: string;
}

export interface SourcesSection {
  readonly kind: 'sources';
  readonly title: string;
  readonly introduction: string;
  readonly entries: readonly {
    readonly number: number;
    readonly title: string;
    readonly published: string;
    /** Empty: no link, or one that is not http(s). */
    readonly link: string;
    /** Said in place of a link. */
    readonly remark: string;
  }[];
}
