import type { Wording } from '../wording.ts';
import type { errors as chinese } from '../zh/errors.ts';

export const errors: Wording<typeof chinese> = {
  code: {
    E_INPUT: 'Not a valid input: {{message}}',
    E_NOT_FOUND: 'Not found: {{message}}',
    E_CONFLICT:
      'The workbook was changed by another act just now; this change was not written. Look at the latest state and try again.',
    E_PRECONDITION: 'Not possible now: {{message}}',
    E_UNSUPPORTED: 'Not supported: {{message}}',
    E_CANCELLED: 'Cancelled.',
    E_BUSY: 'Busy; try again in a moment.',
    E_STORAGE: 'The workbook file cannot be read or written: {{message}}',
    E_DB_TOO_NEW:
      'This workbook was made by a newer version of Hengmo; update to open it. The file was not changed.',
    E_FORBIDDEN: 'Not allowed: {{message}}',
    E_INTERNAL: 'Internal error; the change was not written. The log has the details.',
  },
  reason: {
    'no-workbook': 'No workbook is open.',
    'aggregation-not-exact':
      'Exact statements about weights need one and the same arithmetic, geometric, harmonic or power mean at the nodes concerned and above them; the method in force has not.',
    'gaps-not-exact':
      'What knowing a gap would bring can be told exactly for weighted sums only; the method in force is not one.',
    'target-is-open':
      '{{file}} is open and cannot be replaced. Choose another name, or close it first.',
    'job-unknown': 'The result of this run is no longer kept; run it again.',
    'job-lost':
      'The connection to the host was broken for so long that this run was ended. Start it again.',
    'too-many-waiting': 'Too many changes are waiting to be written. Try again in a moment.',
    'not-a-workbook': '{{file}} is not a Hengmo workbook.',
    damaged:
      'The workbook {{file}} is damaged. One of its backups can be restored from the workbook menu.',
    'too-new':
      '{{file}} was made by a newer version of Hengmo; update to open it. The file was not changed.',
    'open-elsewhere': '{{file}} is open in another window or program; close it there first.',
    'write-protected': 'The workbook is read-only. Save a copy to edit it.',
    'migration-needs-writing':
      '{{file}} is of an older version and must be brought up to date, but it is write-protected. Copy it to a place that can be written.',
    'migration-failed': '{{file}} could not be brought up to date; it was not changed.',
    'disk-full': 'The disk is full; the change was not written.',
    'io-error': '{{file}} could not be read or written.',
    'file-missing': 'The file {{file}} is not there.',
    'folder-missing': 'The folder to write to is not there.',
    'file-unreadable': 'The file {{file}} cannot be read.',
    'file-exists': '{{file}} exists already and was not overwritten.',
    'file-not-written': 'The file has not been written yet.',
    'not-written': '{{file}} could not be written.',
    'output-over-workbook': 'An export cannot be written over the open workbook.',
    'file-token-used': 'This choice of a file has been used; choose again.',
    'file-token-unknown': 'This choice of a file is no longer valid; choose again.',
    'dialogue-open': 'A file dialogue is open already.',
    'no-dropped-file': 'There is no dropped file that can be read.',
    'upload-size': 'The file is too large or did not arrive as a whole.',
    'not-json': '{{file}} is not valid JSON.',
    'unexpected-shape': 'The content of the file is not of the form expected.',
    'too-many-rows': 'There are more rows than XLSX can hold; export to CSV or JSON.',
    'duplicate-unit': 'A unit occurs twice.',
    'duplicate-code': 'A code occurs twice.',
    'unknown-parent': 'The parent is not in the framework.',
    'no-root': 'The framework has no root.',
    'second-root': 'The framework has more than one root.',
    cycle: 'The framework has a cycle.',
    'parent-is-indicator': 'An indicator cannot have children.',
    'aggregate-without-children': 'An aggregate has no children.',
    'no-units': 'There are no units.',
    'no-indicators': 'There are no indicators.',
    'bad-weight': 'A weight must be a number of 0 or more.',
    'weight-not-valid': 'A weight must be a number of 0 or more.',
    'weights-sum-changed': 'The weights of siblings must keep their sum.',
    'column-constant': 'All values of {{node}} are the same: there is no difference to weigh by.',
    'column-empty': '{{node}} has no value at all.',
    'too-few-complete-rows': 'Too few units have values everywhere; {{node}} lacks the most.',
    'correlation-undefined':
      'The correlation of {{node}} with another is undefined: too few units have both, or all are equal.',
    'value-negative': '{{node}} has negative values, for which entropy is undefined.',
    'importance-undefined': 'The weighted mean is the same for all units: nothing has influence.',
    'weights-sum-zero': 'Everything is 0: there is no weight to share.',
    'budget-not-spent': 'The points of {{judge}} do not sum to the budget.',
    'unit-not-ranked': '{{unit}} is not ranked.',
    'zero-weights': 'All weights below {{node}} are zero, so it has no score.',
    'unknown-scenario': 'The scenario is no longer there.',
    'unknown-unit': 'The unit is not in the workbook.',
    'unknown-node': 'The node is not in the framework.',
    'unknown-observation': 'The observation is no longer there.',
    'weight-set-name-taken': 'Another weight set has this name; choose another.',
    'scenario-name-taken': 'Another scenario has this name; choose another.',
    'scenario-has-children': 'Other scenarios stand on it, so it cannot be deleted.',
    'baseline-not-promotable': 'This is the baseline already.',
    'baseline-not-deletable': 'The baseline cannot be deleted.',
    'circular-scenarios': 'A scenario cannot stand on itself.',
    'stale-revision':
      'The workbook was changed by another act just now; this change was not written. Look at the latest state and try again.',
    'observation-rejected': 'The observation was rejected and cannot be adopted.',
    'observation-evidence-only': 'The observation is kept as evidence only and cannot be adopted.',
    'source-link': 'A link must begin with https:// or http://.',
    'link-protocol': 'Only links to web pages and mail can be opened.',
    'link-malformed': 'The link is malformed.',
    'link-credentials': 'A link with credentials is not opened.',
    'log-of-non-positive': '{{node}} of {{unit}} is not positive and has no logarithm.',
    'value-not-finite': '{{node}} of {{unit}} is not a finite number.',
    'bounds-not-ascending': 'The lower bound must be below the upper.',
    'scale-not-ascending': 'The low end of the scale must be below the high end.',
    'thresholds-not-ascending': 'Thresholds must ascend.',
    'mean-needs-positive':
      'This mean needs values above 0, which {{node}} of {{unit}} is not. Scale to positive numbers such as 1–100, or aggregate otherwise.',
    'mean-needs-non-negative':
      'This mean needs values of 0 or more, which {{node}} of {{unit}} is not. Scale to numbers such as 0–100, or aggregate otherwise.',
    'unknown-reference-unit': 'The reference unit is not scored; choose another.',
    'target-not-above-worst':
      'The target of {{node}} is no better than its worst value, so there is no distance to it.',
    'fraction-of-max-direction':
      'Of {{node}} less is better, so the fraction of the maximum means nothing.',
    'fraction-of-max-not-positive':
      'The maximum of {{node}} is not positive, so a fraction of it means nothing.',
    'no-goalposts':
      'The framework states no goalposts for {{node}}; enter them or choose another rule.',
    'no-scaled-bounds':
      'The framework states no bounds for {{node}}; enter them or choose another rule.',
    'no-scale-factor':
      'The framework states no factor for {{node}}; enter it or choose another rule.',
    'no-target': 'The framework states no target for {{node}}; enter it or choose another rule.',
    'outside-transform': 'A number stated for {{node}} has no place on the transformed scale.',
    'range-too-wide': 'The values of {{node}} lie too far apart to be scaled.',
    'no-group-attribute': 'Filling by group needs an attribute to group by.',
    'group-attribute-missing': 'Filling by group needs an attribute to group by.',
    'more-entries-than-levels':
      'The method lists {{found}} levels, but the framework has {{expected}} above its indicators.',
    'group-attribute-unknown': 'There is no such attribute to group by.',
    'unit-without-group': '{{unit}} is in no group.',
    cancelled: 'Cancelled.',
    'more-than-memory':
      'This analysis would need {{found}} of memory, more than is allowed. Take fewer units, samples or method choices.',
    'too-many-methods': 'The method choices make {{found}} combinations, too many.',
    'unknown-cell': 'There is no such cell that could have a range.',
    'unknown-draw': 'There is no draw {{found}}.',
    'no-sources': 'A sensitivity analysis needs at least one source of uncertainty.',
    'too-many-dimensions': 'Too many inputs for Sobol points.',
    'job-running': 'This work has not finished yet.',
    'too-many-jobs':
      '{{found}} analyses or briefs are being worked on at once. Wait for one to finish, or cancel one.',
    'brief-files-missing': 'Templates or fonts of the brief are missing; install again.',
    'bundled-data-damaged': 'The bundled data are damaged; install again.',
    'connection-lost':
      'The connection to the host broke before it answered. See whether this took effect, then try again.',
    'other-launch':
      'This page is disconnected: the host at this address is not the one that opened it, and may have another workbook open. Open the address that the host printed when it started. Everything committed is in the workbook file.',
    'input-refused': 'The input is not as required.',
  },
  place: 'Place: {{place}}.',
  row: 'row {{row}}',
  column: 'column {{column}}',
  expected: 'Expected: {{expected}}.',
  found: 'Found: {{found}}.',
};
