import { keyFindings } from '../../../shared/text/key-findings.ts';
import type { FindingsSection } from '../brief.ts';
import type { BriefFacts } from '../brief-facts.ts';
import { wordings } from '../wording.ts';

export function findingsSection(facts: BriefFacts): FindingsSection {
  return {
    kind: 'findings',
    title: wordings[facts.language].section.findings,
    findings: keyFindings({
      index: facts.index,
      view: facts.view,
      evidence: facts.evidence,
      minCoverage: facts.content.method.minCoverage,
      baseline: facts.baseline,
      names: facts.names,
    }),
  };
}
