// Which tests are asked about a mutant of which folder: those that state its rules, the quickest first. Recorded hashes of answers are left
// out, because they notice everything and say nothing.

/** The tests of each folder, as names of files in test/ without their ending. */
export const TESTS_OF: Readonly<Record<string, readonly string[]>> = {
  'src/law/jp': [
    'second_statement',
    'law',
    'calculators',
    'law_additions',
    'published',
    'late_interest',
    'law_details',
  ],
  'src/law': [
    'law_arithmetic',
    'law',
    'calculators',
    'law_additions',
    'late_interest',
    'published',
    'calculators_http',
    'limitation_gates',
    'law_details',
    'second_jurisdiction',
  ],
  'src/claim': ['day', 'money', 'choices', 'gates', 'limitation_gates', 'read', 'background', 'running_procedure'],
  'src/debtor': [
    'debtor',
    'drivers',
    'published',
    'second_reading',
    'gates',
    'recovery_cases',
    'information',
    'background',
  ],
  'src/options': [
    'option_bars',
    'second_reading',
    'recovery_cases',
    'law_details',
    'procedures',
    'proceedings',
    'gates',
    'running_procedure',
    'options',
  ],
  'src/decision': ['second_reading', 'recovery_cases', 'small_steps', 'pieces', 'bruteforce'],
};

/** The folder to which a file belongs: the innermost that has tests. */
export const folderOf = (path: string): string | undefined =>
  Object.keys(TESTS_OF)
    .filter((folder) => path.startsWith(`${folder}/`))
    .sort((a, b) => b.length - a.length)[0];
