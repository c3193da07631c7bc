import type { SourcesSection } from '../brief.ts';
import type { BriefFacts } from '../brief-facts.ts';
import { wordings } from '../wording.ts';

/** Must be made after every section that cites. */
export function sourcesSection(facts: BriefFacts): SourcesSection {
  const words = wordings[facts.language].sources;
  const entries = facts.citations.entries().map((evidence, position) => {
    const number = position + 1;
    switch (evidence.kind) {
      case 'source': {
        const { title, published, url } = evidence.source;
        const link = url !== null && /^https?:\/\//i.test(url) ? url : '';
        const remark = link === '' ? (url ?? words.noLink) : '';
        return { number, title, published, link, remark };
      }
      case 'analyst':
        return {
          number,
          title: words.analyst(evidence.author, evidence.day),
          published: '',
          link: '',
          remark: '',
        };
      case 'unnamed':
        return { number, title: words.unnamed, published: '', link: '', remark: '' };
    }
  });
  return {
    kind: 'sources',
    title: wordings[facts.language].section.sources,
    introduction: entries.length === 0 ? words.none : words.introduction(entries.length),
    entries,
  };
}
