import type { PictureContent } from '../../charts/PictureMenu.tsx';
import type { DataTable } from '../../ui/data-table.ts';

/** What can be taken out of the ranking as it is shown; each is made when it is asked for. */
export interface RankingToSave {
  readonly table: () => DataTable;
  readonly picture: () => PictureContent;
}

/** The toolbar stands in the header of the panel, apart from the rows: these leave here how to read them. */
let offered: RankingToSave | null = null;

/** Returns the function that takes it back. */
export function offerRanking(ranking: RankingToSave): () => void {
  offered = ranking;
  return () => {
    if (offered === ranking) offered = null;
  };
}

export function tableOnScreen(): DataTable {
  return offered?.table() ?? { columns: [], rows: [] };
}

export function pictureOnScreen(): PictureContent {
  return offered?.picture() ?? { option: {}, size: { width: 760, height: 120 } };
}
