// Which tests are asked about a mutant of which folder: those that state its rules, the quickest first. Recorded hashes of answers are left
// out, because they notice everything and say nothing.

/** The tests of each folder, as names of files in test/ without their ending. */
export const TESTS_OF: Readonly<Record<string, readonly string[]>> = {
  'src/law/jp': ['second_statement', 'law', 'calculators', 'law_additions'],
  'src/law': [
    'law_arithmetic',
    'law_findings',
    'law',
    'calculators',
    'law_additions',
    'late_interest',
    'published',
    'calculators_http',
  ],
  'src/claim': ['claim', 'day', 'choices', 'limitation_gates', 'running_procedure'],
  'src/debtor': ['debtor', 'second_reading'],
  'src/options': [
    'option_steps',
    'option_rights',
    'option_words',
    'option_laws',
    'option_bars',
    'asked',
    'proceedings',
    'procedures',
    'law_details',
    'running_procedure',
    'options',
    'advice_kinds',
    'before_due',
    'advice_midway',
    'advice_siblings',
    'advice_ordinary',
    'advice_replies',
    'advice_timelines',
    'advice_before_and_after',
    'advice_first_words',
    'advice_offers_and_calendars',
    'advice_from_practice',
    'advice_from_columns',
    'advice_from_accounts',
  ],
  'src/decision': [
    'failure',
    'decided',
    'asked',
    'policies',
    'risk',
    'bruteforce',
    'small_steps',
    'pieces',
    'parts_of_answer',
    'simulation',
  ],
};

/** The folder to which a file belongs: the innermost that has tests. */
export const folderOf = (path: string): string | undefined =>
  Object.keys(TESTS_OF)
    .filter((folder) => path.startsWith(`${folder}/`))
    .sort((a, b) => b.length - a.length)[0];
