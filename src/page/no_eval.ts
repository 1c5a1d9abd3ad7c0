// The policy of the page forbids code from texts. zod tries whether it may write code when the first schema is built; the browser would
// report the attempt with its place in the script, and read the whole script once more to find that place. So zod is told not to try.

import * as z from 'zod';

z.config({ jitless: true });
