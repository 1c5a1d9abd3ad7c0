// Style and script of the page about spreadsheets. The script adds copy buttons; without it every block can still be selected.

/** The style sheet of the page. */
export const PAGE_STYLE = `:root { color-scheme: light dark; --paper: #fff; --ink: #1d2b33; --quiet: #4d5d66; --line: #cfd8dc; --accent: #1f4e5f; --ground: #f5f7f8; --link: #0b5a82; --focus: #b35c00; }
@media (prefers-color-scheme: dark) { :root { --paper: #14191d; --ink: #e4eaed; --quiet: #a9b6bd; --line: #3a464d; --accent: #8fc3d6; --ground: #1d252a; --link: #86c5e8; --focus: #ffb057; } }
* { box-sizing: border-box; }
body { margin: 0; color: var(--ink); background: var(--paper); font: 1rem/1.75 system-ui, "Hiragino Sans", "Yu Gothic UI", "Noto Sans JP", sans-serif; }
header, main, footer { max-width: 62rem; margin: 0 auto; padding: 0 1.25rem; }
header { padding-top: 2.5rem; }
h1 { font-size: 1.7rem; line-height: 1.35; margin: 0 0 .5rem; }
h2 { font-size: 1.25rem; margin: 3rem 0 .5rem; padding-top: 1rem; border-top: 1px solid var(--line); }
h3 { font-size: 1rem; margin: 1.5rem 0 .25rem; }
p, li { max-width: 46rem; }
a { color: var(--link); }
a:focus-visible, button:focus-visible, summary:focus-visible, [tabindex]:focus-visible { outline: 3px solid var(--focus); outline-offset: 2px; }
.skip { position: absolute; left: -999rem; }
.skip:focus { left: 1rem; top: 1rem; background: var(--paper); padding: .5rem; }
.wide { overflow-x: auto; }
table { border-collapse: collapse; width: 100%; margin: .75rem 0; font-size: .94rem; }
caption { text-align: left; color: var(--quiet); padding: .25rem 0; }
th, td { text-align: left; vertical-align: top; padding: .5rem .75rem .5rem 0; border-bottom: 1px solid var(--line); }
thead th { border-bottom: 2px solid var(--accent); font-weight: 600; white-space: nowrap; }
tbody th { font-weight: 600; min-width: 9rem; }
.limits tbody th { font-weight: 400; }
code, pre { font-family: ui-monospace, "SFMono-Regular", Consolas, "Noto Sans Mono CJK JP", monospace; font-size: .86rem; }
:not(pre) > code { overflow-wrap: anywhere; }
pre { background: var(--ground); border: 1px solid var(--line); border-radius: 4px; margin: 0; padding: .6rem .75rem; white-space: pre-wrap; overflow-wrap: anywhere; line-height: 1.5; }
details pre { max-height: 24rem; overflow: auto; white-space: pre; overflow-wrap: normal; }
summary { cursor: pointer; padding: .25rem 0; color: var(--link); }
button { font: inherit; font-size: .85rem; margin: .35rem 0; padding: .2rem .8rem; color: var(--paper); background: var(--accent); border: 0; border-radius: 4px; cursor: pointer; }
.files { list-style: none; padding: 0; display: flex; flex-wrap: wrap; gap: .25rem 1.25rem; }
figure { margin: 1.25rem 0; }
figure img { display: block; width: 40rem; max-width: 100%; height: auto; border: 1px solid var(--line); border-radius: 4px; }
footer { padding-bottom: 4rem; color: var(--quiet); }
`;

/** The script that puts a copy button under every block. */
export const COPY_SCRIPT = `// Puts a button under every block that can be copied.
(() => {
  const { copy, copied } = document.body.dataset;
  for (const block of document.querySelectorAll('pre')) {
    const button = document.createElement('button');
    button.type = 'button';
    button.textContent = copy;
    button.addEventListener('click', async () => {
      try {
        await navigator.clipboard.writeText(block.textContent);
        button.textContent = copied;
      } catch {
        getSelection().selectAllChildren(block);
      }
      setTimeout(() => { button.textContent = copy; }, 2000);
    });
    block.after(button);
  }
})();
`;
