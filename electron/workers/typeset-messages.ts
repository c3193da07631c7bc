import type { Brief } from '../brief/brief.ts';
import type { SvgPages } from '../brief/split-pages.ts';
import type { TypesettingStage } from '../brief/typesetter.ts';

export type TypesetOutput = 'pdf' | 'pages';

export interface TypesetRequest {
  readonly brief: Brief;
  readonly output: TypesetOutput;
}

/** What the worker says: stages of the request under way, then its one result. */
export type TypesetReply =
  | { readonly kind: 'stage'; readonly stage: TypesettingStage }
  | { readonly kind: 'pdf'; readonly pdf: Uint8Array }
  | { readonly kind: 'pages'; readonly pages: SvgPages }
  | { readonly kind: 'failed'; readonly message: string };
