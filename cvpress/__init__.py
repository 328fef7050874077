"""cvpress proofreads, typesets and verifies a CV.

The map, from the ground up; each module imports only from those above it in this list (the contract
is in pyproject.toml):

    errors       the reasons to stop, each with its exit code
    resources    where schema, themes and data tables lie: checkout or wheel
    cache        what can be made anew, kept in the platform's cache folder
    fonts        the fonts that pdfTeX has, one line each
    cmap         which characters an OpenType font has
    faces        the OpenType families that XeTeX sets, one line each
    bidi         which way each letter of a line goes
    files        files written whole or not at all
    fence        what a program may read and write, where TeX itself sets no bounds
    run          the only module that starts programs, with limits
    source       the text of a cv.yaml becomes a document; every letter knows its place
    kerning      pairs of letters that stand in two encodings, kerned as their bases are
    tex          text and URL as TeX: two escapes, never mixed
    dates        partial dates as intervals; what they surely say of each other
    date_hints   what someone may have meant by a text that is no date
    date_format  dates as a page prints them, in the words of its language
    locales      the words that the tool prints, by language
    markup       inline Markdown with the place of every letter
    emphasis     which asterisks of a text belong together
    addresses    hosts, email addresses, links: what is surely wrong with one
    phones       telephone numbers: what is surely wrong with one, what a program dials
    pictures     what the bytes of a PNG or JPEG say
    beside       files that a CV names: beside it or below, and nowhere else
    layout       what a theme decides of the view
    photo        the photo of a CV: found, judged by its bytes, made fit for print
    icons        contact icons: a font of our own, copied as words
    networks     contact networks, one line each
    links        what became of a link, as the checks are told
    revisions    a revision of a CV in git, laid into a folder with what it names
    online       asks servers for links, politely, when it was asked to
    names        whose name an author is
    words        the dictionary, tokens, slips, suggestions
    finding      what a check says, and what a report shows
    schema       the JSON Schema as validator, and as the kinds of fields
    languages    the document of one language, from a file in several
    overlay      private fields of the person, printed and told nowhere
    assign       values that the command line puts into a CV for one run
    variants     other CVs from one file: what each leaves out, picks and changes
    theme        finds a theme and reads what it says of itself
    bibliography the entries of a .bib, put where the CV names it
    settings     what a check may ask besides the document
    rules        the one loader of checks, TeX messages and proofs; their manual pages
    ignores      what the owner of a CV wants silent
    runner       calls the rules; stamps id, severity and place
    checks       one file a check, judging the document
    view         what a theme sees: every line composed, nothing left to compute
    lettering    how XeTeX is told a text: faces, directions, where Han breaks
    fitting      tighter, then shorter, until a CV fits its pages
    origin       which CV a PDF was made from: a fingerprint of its page
    render       the view through a theme's templates, escaped, as TeX
    engines      pdfTeX embedded, latexmk, Tectonic: TeX, each in its own fence
    texlog       TeX's messages brought home to the CV; one file a message
    tagged       the structure of a PDF, for assistive technology, from the marks that TeX left
    printed      the facts read back from a PDF
    proofs       one file a proof, judging the printed page against the view
    ats          what programs that take in CVs read: copied text, and what is found again in it
    checking     the first arrows: read and check
    pages        which page of a CV is meant: of a variant, its letter, in a theme, a language
    letters      a cover letter in a file of its own, read as part of its CV
    fixes        what findings propose, put into the text as long as nothing speaks against it
    proving      the last arrow: a PDF held against its CV
    comparing    two PDFs: words by section, layout, pages side by side
    pipeline     all arrows, in order
    reports      findings as text, JSON, SARIF, JUnit, GitHub annotations; manual pages, changes
    lsp          the language server: the same findings in an editor
    cli          the command line; one file a command
"""

__version__ = "0.1.0"

UPSTREAM = "https://github.com/cvpress/cvpress"
"""Where cvpress lives: bugs are reported there, the workflows name it."""
