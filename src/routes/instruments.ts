// GET and POST /v1/instruments: until when a note, a cheque or an electronic claim must be presented and can be claimed, and from whom.

import { claimFields } from '../claim/claim_fields.ts';
import { choiceField, dayField } from '../fields/field.ts';
import { findingsRoute, told } from '../http/findings.ts';
import { INSTRUMENTS } from '../law/contract/instruments.ts';
import { instrumentFindings } from '../law/instruments.ts';

const instrumentsFields = {
  as_of: claimFields.as_of,
  instrument: choiceField(INSTRUMENTS, {
    label: { ja: '種類', en: 'instrument' },
    description: 'The instrument.',
    example: 'promissory_note',
    default: 'promissory_note',
  }).optional(),
  maturity: dayField({
    label: { ja: '満期日', en: 'maturity' },
    description: 'Day of maturity.',
    example: '2026-11-30',
  }).optional(),
  issued_on: dayField({
    label: { ja: '振出日', en: 'issued on' },
    description: 'Date of issue of a cheque.',
    example: '2026-11-20',
  }).optional(),
  presented_on: dayField({
    label: { ja: '呈示日', en: 'presented on' },
    description: 'Day of presentment.',
    example: '2026-12-01',
  }).optional(),
  redeemed_on: dayField({
    label: { ja: '受戻しの日', en: 'redeemed on' },
    description: 'Day on which an endorser paid.',
    example: '2026-12-15',
  }).optional(),
  subcontract_act: claimFields.subcontract_act,
};

/** Adds bills, cheques and electronic claims. */
export const instruments = findingsRoute({
  path: '/v1/instruments',
  id: 'instruments',
  summary: 'Bills, cheques and electronic claims',
  description:
    'Until when a promissory note or cheque must be presented, the limitation against maker and endorsers, whether the summary suit is open, and whether the clearing house still takes it.',
  title: { ja: '手形・小切手・電子記録債権', en: 'Bills, cheques and electronic claims' },
  fields: instrumentsFields,
  dayField: 'as_of',
  body: { id: 'InstrumentRequest', example: { instrument: 'promissory_note', maturity: '2026-11-30' } },
  find: ({ as_of: _, instrument = 'promissory_note', ...facts }, { law, day }) =>
    instrumentFindings(law, { ...told(facts), instrument, on: day }),
});
