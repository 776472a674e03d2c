### Every text that a person reads, in English. It is the reference: the other languages say the same under the same
### names, which the build checks. A name's first word is the module that its function stands in; comments become
### documentation. A variable in NUMBER() is a number, written as the language does.

## numbers

# Sizes below a kilobyte.
numbers-bytes = { $count ->
    [one] { NUMBER($count) } byte
   *[other] { NUMBER($count) } bytes
}
# Counts with their words.
numbers-people = { $count ->
    [one] { NUMBER($count) } person
   *[other] { NUMBER($count) } people
}
numbers-rows = { $count ->
    [one] { NUMBER($count) } row
   *[other] { NUMBER($count) } rows
}
numbers-cells = { $count ->
    [one] { NUMBER($count) } cell
   *[other] { NUMBER($count) } cells
}
numbers-errors = { $count ->
    [one] { NUMBER($count) } error
   *[other] { NUMBER($count) } errors
}
numbers-warnings = { $count ->
    [one] { NUMBER($count) } warning
   *[other] { NUMBER($count) } warnings
}
numbers-places = { $count ->
    [one] { NUMBER($count) } place
   *[other] { NUMBER($count) } places
}

## compare

# A past state beside that of now.
compare-heading = Since revision { $number }
compare-lead = What became of the directory since that state: the value of then is struck, that of now stands beside it.
compare-changed = { $people } changed.
compare-came = { $people } came.
compare-renamed = { $people } got another Username.
compare-left = { $people } left.
compare-nothing = Nothing has changed since.

## explain

# The button in a row.
explain-explain = Explain this row
# Puts the explanation away.
explain-close = Close
# An empty value.
explain-empty = empty
# Nobody of that Username is there.
explain-nobody = not there
# No extract is known.
explain-no-base = not known
# Nothing to tell.
explain-all-the-same = No cell of this row would change anything.
explain-title-line = Line { NUMBER($line) }
explain-title-key = Line { NUMBER($line) }: { $key }
explain-this-person = this person
# What the row does, and why.
explain-same = This row changes nothing: { $person } already is as the file says.
explain-changed = This row changes { $person }.
explain-new = Nobody in the directory has this key, so the row creates { $person }.
explain-renamed = This row gives { $person } another Username.
explain-conflict = The file and someone else both changed { $person } since the extract.
explain-error = This row can't be applied as it is.
explain-left-out = You left this row out; it does nothing.
explain-every = Show all { NUMBER($columns) } columns
explain-head-column = Column
explain-head-extract = Extract
explain-head-extract-of = Extract (revision { $revision })
explain-head-directory = Directory now
explain-head-file = File
explain-head-outcome = What happens
# What becomes of a cell, and why.
explain-cell-theirs-stays = You didn't change it; the later change of someone else stays.
explain-cell-same = Nothing: it is so already.
explain-cell-blank = Nothing: an empty cell leaves the field as it is.
explain-cell-absent = Nothing: the row ends before this cell.
explain-cell-cleared = The field is emptied.
explain-cell-edited = You changed it, so the file's value is written.
explain-cell-differs = It differs, so the file's value is written.
explain-cell-yours = Both changed it; you took the file's value.
explain-cell-theirs = Both changed it; you took the directory's value.
explain-cell-undecided = Both changed it: decide whose value is taken.
explain-cell-ignored = Nothing: this column isn't read.
explain-looked = { $rules ->
    [one] { NUMBER($rules) } more rule looked at rows and found nothing here
   *[other] { NUMBER($rules) } more rules looked at rows and found nothing here
}

## extract

# The page's title.
extract-title = Extract
# About it.
extract-lead = One CSV file with everyone in it, to edit in a spreadsheet or to keep as a backup.
# The columns' group.
extract-columns = Columns
# Without profile data.
extract-all = All user data
# About it.
extract-all-hint = Names, contact, place, role, account. What most edits need.
# With profile data.
extract-profile = User data and profiles
# About it.
extract-profile-hint = Biographies, roles, tags, skills and the like as well.
# Chosen ones.
extract-only = Only these
# About it.
extract-only-hint = Username always comes along: it says who each row is about.
# Ticks every column.
extract-tick-all = Tick all
# Unticks every column.
extract-tick-none = Tick none
# The profile columns' heading.
extract-profile-columns = Profile
# The user data's heading.
extract-user-columns = User data
# How the file is written.
extract-form = How it is written
# Protection.
extract-protect = Protect numbers and dates
# About it.
extract-protect-hint = Puts an apostrophe before values like 00123 or 1-2, so that a spreadsheet program leaves them alone. Muster takes it off again.
# The moment.
extract-when = State of the directory
# The current one.
extract-now = As it is now
# An older one.
extract-as-of = As of revision
# The number's field.
extract-revision-number = Revision number
# The button.
extract-download = Download extract
# While it works.
extract-downloading = Downloading…
# The button that stops it.
extract-cancel = Cancel
# What to know before editing.
extract-tips-title = Before you edit
# No column is ticked.
extract-nothing-ticked = Tick at least one column.
# The connection broke.
extract-broken = The connection broke before the end. Nothing was saved; download it again.
extract-tip-username = Leave Username as it is
extract-tip-username-why = It says who a row is about. Muster notices if one changed, and helps you mend it.
extract-tip-pipe = A | separates values
extract-tip-pipe-why = Factory|HQ is two locations. If a name has the sign in it, it is written \|, as in Main\|HQ.
extract-tip-delete = Delete freely
extract-tip-delete-why = Columns and rows that you take out of the file stay as they are in the directory.
# A finished download.
extract-done = { $name } is saved: { $size }.
extract-done-people = { $name } is saved: { $people } people, { $size }.
extract-so-far = { $size } so far
extract-ticked = { $count ->
    [one] { NUMBER($count) } column ticked
   *[other] { NUMBER($count) } columns ticked
}
extract-past = Extracts that were taken
extract-past-none = Nobody has taken an extract yet.
extract-past-again = Download again
extract-past-compare = Compare with now
extract-past-more = Show older extracts

## findings

# The heading.
findings-title = What was noticed
# Nothing.
findings-none-title = Nothing looks wrong
# About it.
findings-none = No error and no accident was found.
# All safe fixes at once.
findings-fix-all-safe = { $count ->
    [one] Fix { NUMBER($count) } thing { $places }
   *[other] Fix { NUMBER($count) } things { $places }
}
findings-at-places = { $places ->
    [one] at { NUMBER($places) } place
   *[other] at { NUMBER($places) } places
}
# What "fix all" would do beside what is listed.
findings-more-safe = { $count ->
    [one] and { NUMBER($count) } more
   *[other] and { NUMBER($count) } more
}
# What was mended so far.
findings-mended = { $count ->
    [one] Mended: { NUMBER($count) } thing { $places }
   *[other] Mended: { NUMBER($count) } things { $places }
}
# Takes one of them back.
findings-unmend = Take it back
findings-unmend-with = { $later ->
    [one] Take it back, with { NUMBER($later) } later step
   *[other] Take it back, with { NUMBER($later) } later steps
}
# To the next finding.
findings-next = Next problem (n)
# To the finding before.
findings-previous = Previous problem (p)
# Filters the table.
findings-show = Show in table
# Takes the filter away.
findings-shown = Shown in table
# Beside a fix that restores what certainly was meant.
findings-safe = safe
# The file's value.
findings-file = file
# The directory's value.
findings-stored = directory
# The places' heading.
findings-examples = Where
findings-show-more = Show { NUMBER($count) } more
findings-error = Error
findings-warning = Warning
findings-note = Note
findings-error-means = Must be mended or left out before sending.
findings-warning-means = Worth a look; you confirm it before sending.
findings-note-means = For your information.
findings-line = line { NUMBER($line) }
findings-more = { $count ->
    [one] and { NUMBER($count) } more place
   *[other] and { NUMBER($count) } more places
}

## history

# The page's title.
history-title = History
# About it.
history-lead = Every change to the directory, newest first.
# Nothing yet.
history-empty-title = Nothing has happened yet
# About it.
history-empty = The first import will stand here, with each cell that it changed.
# More of the list.
history-more = Show older revisions
# More changes.
history-more-changes = Show more changes
# The changes' heading.
history-changes = Cells that changed
# A revision without cell changes.
history-no-changes = This revision changed no cell.
# The upload.
history-file = File that was sent
# The state.
history-extract = Extract as of this revision
# Back to the list.
history-back = All revisions
# For a screen reader, for an empty value.
history-empty-value = empty
# Nobody is named.
history-nobody = Muster
history-files = Files of this revision
history-change-file = Change file
history-change-file-hint = Only keys and the cells that changed
history-inverse-file = Inverse
history-inverse-file-hint = Imported, it gives these cells their old values
history-extract-hint = Everybody, as it was then
history-head-person = Person
history-head-column = Column
history-head-before = Before
history-head-after = After
history-revision = Revision { $number }
# What kind of revision it is.
history-kind-seed = First load
history-kind-import = Import
history-kind-edit = Edit
history-kind-undo = Undo
history-kind-restore = Restore
# What a revision did, in a few words.
history-created = { NUMBER($count) } created
history-updated = { NUMBER($count) } changed
history-renamed = { NUMBER($count) } renamed
history-nothing = No changes
# UTC, shown when pointing at a local time.
history-utc = { $at } (UTC)

## import

# The page's title.
import-title = Import
# About it.
import-lead = Drop the file that you edited. You'll see what it would change, and what looks like an accident, before anything happens.
# The promise.
import-nothing-sent = Nothing has been sent
# The promise, before there is a file.
import-nothing-sent-long = Nothing is sent. Your file is read here, in this browser, and stays here until you press Send.
# The drop zone.
import-drop = Drop a CSV file or an Excel workbook anywhere on this page
# While a file hovers.
import-drop-now = Let go to check this file
# Between dropping and choosing.
import-or = or
# The button.
import-choose = Choose a file
# Later.
import-choose-another = Another file
# Under the drop zone.
import-kinds = CSV from Excel, LibreOffice, Numbers or Google Sheets, with commas, semicolons or tabs, or an Excel workbook (.xlsx).
# Beside it, the largest file that may be sent.
import-limit = Up to { $size }.
# The button that stops the worker.
import-cancel = Cancel
# The progress bar's name.
import-progress = Checking the file
# The facts' name.
import-facts = About the file
# The choices' heading.
import-choices = How this file is read
# A question before unsent work goes.
import-leave = Your changes have not been sent. Leave this page and forget them?
# A question before the file goes.
import-replace = Replace the file that you are working on? Its fixes and decisions will be forgotten.
# Takes a step back.
import-undo = Undo
# Takes it forward again.
import-redo = Redo
# The other files.
import-more-files = More files
# Saves only what changes.
import-download-changes = Only keys and changed cells
# Saves what takes it back.
import-download-inverse = What would take it back
# Under the drop zone.
import-paste = You can also paste cells that you copied in a spreadsheet, with their column names.
# What was pasted or dropped can't be taken, or not all of it.
import-remark = About what you pasted or dropped
import-close-remark = Close
import-pasted-one-line = What you pasted is a single line, and no table. Copy the cells together with the row of column names above them.
import-pasted-picture = The clipboard holds only a picture of the cells. Copy the cells themselves, or save them as a file and choose it here.
import-pasted-no-cells = What you pasted holds no cells, or this browser doesn't hand them over. Copy the cells themselves, or save them as a file and choose it here.
import-dropped-no-file = This browser didn't hand over a file. Choose it with the button instead.
import-one-of = You dropped { NUMBER($count) } files. Muster looks at one at a time and took the first, { $name }.
# A worker died and another one took over.
import-restarted = The checker stopped unexpectedly and was started again. Your file, fixes and choices are kept, and nothing has been sent.
# Saves the corrected file.
import-download = Download corrected file
# Prints the plan.
import-print = Print
# After comparing anew.
import-compared-again = Compared with the directory of now. Your fixes and choices are kept.
# Which column names a person.
import-key = People are found by
# The usual.
import-key-username = Username
# The other.
import-key-employee = EmployeeId (a different Username is then a rename)
# Empty cells.
import-blanks = Empty cells
# The usual.
import-blanks-keep = leave the field as it is
# The other.
import-blanks-clear = clear the field
# New people.
import-create = Rows about nobody in the directory
# The usual.
import-create-deny = are reported
# The other.
import-create-allow = create a new person
# Dates.
import-dates = Dates are written
# The usual.
import-dates-iso = YYYY-MM-DD only
# The extract.
import-base = Made from the extract of revision
# About it.
import-base-hint = Muster uses it to tell your edits from what others changed since. Leave it empty if you don't know.
# The encoding.
import-encoding = Letters are encoded as
# The usual.
import-encoding-auto = Unicode, as the file says
# Columns left out.
import-columns = Columns that are read
# About it.
import-columns-hint = Untick a column to leave it out of this import.
import-encoding-western = Western European (Excel on Windows)
import-encoding-central = Central European (Excel on Windows)
import-encoding-cyrillic = Cyrillic (Excel on Windows)
import-encoding-mac = Western European (older Macs)
import-encoding-japanese = Japanese (Shift JIS)
import-encoding-chinese = Chinese (GBK)
# What the worker is at.
import-stage-file = Reading the file
import-stage-directory = Fetching the directory to compare with
import-stage-base = Fetching the extract that the file was made from
import-stage-check = Comparing and checking every row
import-printed = The first { NUMBER($listed) } of { NUMBER($cells) } changed cells are printed.
# Bytes done of bytes in all.
import-amount-of = { $done } of { $total }
# Words of the facts about a file.
import-fact-size = Size
import-fact-rows = Rows
import-fact-columns = Columns
import-fact-encoding = Encoding
import-fact-separator = Separator
# The separators.
import-comma = comma
import-semicolon = semicolon
import-tab = tab
import-pipe = pipe
import-fact-base = Made from
# Under the progress, while the rest of the file is read: what its beginning shows.
import-found-so-far = Found in the first { NUMBER($count) } rows
import-none-so-far = Nothing wrong in the first { NUMBER($count) } rows. The rest is being read.
import-recognised = { NUMBER($count) } recognised
import-recognised-and-unknown = { NUMBER($count) } recognised, { NUMBER($unknown) } unknown
import-no-base = no known extract
import-of-base = extract of revision { $revision }
# What stands under the counts.
import-story = What this file does
import-story-more = { $count ->
    [one] and { NUMBER($count) } more
   *[other] and { NUMBER($count) } more
}
# What the file is compared with.
import-compared-base = Compared with the directory at revision { $revision } ({ $people }) and with the extract of revision { $base }.
import-compared-same = Compared with the directory at revision { $revision } ({ $people }), from which the file was made.
import-compared-none = Compared with the directory at revision { $revision } ({ $people }). The extract it was made from is not known, so an old value can't be told from an edit.
# The question above the findings, where a file doesn't say which extract it is of; below it the past extracts as cards.
import-which-extract = Which extract was this file made from?
import-which-extract-why = The file doesn't say. If you pick it, Muster tells your edits from what colleagues changed since. Until then, whatever goes back to an earlier value is listed below.
import-which-extract-none = It comes from another system
# What is said to someone who can't see the preview appear.
import-announced = Checked. { $people } would change. { $errors }, { $warnings }. Nothing has been sent.

## problem

# The button beside a problem.
problem-try-again = Try again
# The button beside a version problem.
problem-reload = Reload the page
# Before the request's id.
problem-reference = Reference for whoever runs Muster:
problem-unreachable = Muster can't be reached
problem-unreachable-why = The server didn't answer. Your work here is kept.
problem-unreachable-do = Check your connection, then try again.
problem-not-understood = The answer wasn't what this page expects
problem-not-understood-why = The server may have been updated while this page was open.
problem-not-understood-do = Reload the page. If that doesn't help, tell whoever runs Muster.
problem-unexpected = Something went wrong on the way
problem-unexpected-why = The server, or something between it and you, couldn't answer.
problem-unexpected-do = Try again in a moment. If it stays so, tell whoever runs Muster.
problem-unreadable-file = The file can't be read
problem-unreadable-file-why = The browser couldn't read it. It may have been moved, or is still open in another program.
problem-unreadable-file-do = Close it there, then choose it again.
problem-worker-gone = The checker stopped
problem-worker-gone-why = The part of this page that reads files ended unexpectedly. Nothing has been sent.
problem-worker-gone-do = Choose the file again. If it happens again, the file may be too large for this browser.
problem-other-version = Muster was updated
problem-other-version-why = This page is older than the server, so it wouldn't check a file in the same way.
problem-other-version-do = Reload the page, then choose the file again.

## send

# The button that opens the dialog.
send-review = Review and send
# The file can be looked at, but not be sent.
send-too-large = This server takes files of up to { $limit }. Import it in parts, or ask whoever runs the server to raise the limit.
# The dialog.
send-title = Send these changes?
# The button that sends.
send-send = Send
# The button that doesn't.
send-not-yet = Not yet
# The note's field.
send-note = Note for the history (optional)
# The warnings' heading.
send-warnings = Worth a look before you send
# The box.
send-acknowledge = I have looked at these
# While the corrected file is made.
send-preparing = Preparing the file…
# While it goes.
send-sending = Sending…
# After it went.
send-applying = Sent. The server checks it again and applies it…
# The connection broke.
send-lost-title = The connection broke
# About it.
send-lost = It isn't known whether the server got your changes. Sending again is safe: they are never applied twice. Your work is kept here.
# Instead of the promise, as long as that is so.
send-uncertain = Not known whether it was sent
# The button.
send-send-again = Send again
# Someone else was quicker.
send-moved-title = The directory has changed since
# About it.
send-moved = Nothing was sent or written. Your file, fixes and choices are kept. Compare with the directory of now, look once more, and send again.
# The button.
send-compare-again = Compare with the directory of now
# The server refused.
send-nothing-written = Nothing was written. Your work is kept here.
# After her session had ended.
send-signed-in-again = Your session had ended, so nothing was written yet. Everything is still here: send it when you are ready.
# The result.
send-done-title = Done
# To the revision.
send-see-revision = See what changed
# Another one.
send-next-file = Check another file
# A fresh extract.
send-fresh-extract = Download a fresh extract
# Errors stand in the way.
send-close = Close
send-head-person = Person
send-head-column = Column
send-head-preview = In your preview
send-head-now = Now
send-changes = { $people ->
    [one] Changes { NUMBER($people) } person: { $columns }.
   *[other] Changes { NUMBER($people) } people: { $columns }.
}
send-column-of = { $header } of { NUMBER($count) }
send-more-columns = { $count ->
    [one] and { NUMBER($count) } more column
   *[other] and { NUMBER($count) } more columns
}
send-creates = { $people ->
    [one] Creates { NUMBER($people) } new person.
   *[other] Creates { NUMBER($people) } new people.
}
send-renames = { $people ->
    [one] Gives { NUMBER($people) } person a new Username.
   *[other] Gives { NUMBER($people) } people a new Username.
}
send-clears = { $cells ->
    [one] Clears { NUMBER($cells) } cell.
   *[other] Clears { NUMBER($cells) } cells.
}
send-leaves-out = { $rows ->
    [one] Leaves out { NUMBER($rows) } row, as you decided.
   *[other] Leaves out { NUMBER($rows) } rows, as you decided.
}
send-changes-nothing = Changes nothing: every value is already in the directory.
# Why sending must wait.
send-blocked = This can't be sent yet.
send-blocked-errors = { $errors ->
    [one] Before sending: mend or leave out { NUMBER($errors) } error.
   *[other] Before sending: mend or leave out { NUMBER($errors) } errors.
}
send-blocked-conflicts = { $conflicts ->
    [one] Before sending: decide { NUMBER($conflicts) } conflict.
   *[other] Before sending: decide { NUMBER($conflicts) } conflicts.
}
send-blocked-both = Before sending: mend or leave out { $errors } and decide { $conflicts }.
send-conflicts = { $count ->
    [one] { NUMBER($count) } conflict
   *[other] { NUMBER($count) } conflicts
}
send-done = Your changes are in the directory as revision { $revision }. It has { $people }.
# By value and by name, in the dialog.
send-effect-created = New
send-effect-renamed = Renamed
send-effect-switched-off = Switched off
send-to-value = { NUMBER($count) } to “{ $value }”
send-to-nothing = { NUMBER($count) } emptied
send-other-values = { $count ->
    [one] { NUMBER($count) } other value
   *[other] { NUMBER($count) } other values
}
send-many-values = many other values
send-values-go = { $count ->
    [one] { NUMBER($count) } value goes
   *[other] { NUMBER($count) } different values go
}
send-was-changed = { $people } changed
send-was-created = { $people } created
send-was-renamed = { $people } renamed
send-since = { $actor }, { $when }: { $what }
send-more = and { NUMBER($count) } more
send-over-budget = This changes an unusual share of the directory. If it is meant, type how many people change.
send-over-budget-label = Number of people

## session

session-single-sign-on = Sign in with your organisation
session-or-with-password = or with a password
# The page's title.
session-title = Sign in
# Under the product's name.
session-tagline = The staff directory, safely edited in a spreadsheet.
# Fields.
session-email = E-mail address
# The password's field.
session-password = Password
# The name's field.
session-your-name = Your name
# Under the field for a new password.
session-password-hint = At least 8 characters; 15 or more is better. A few words that only you would put together are good.
# The button.
session-sign-in = Sign in
# While it works.
session-signing-in = Signing in…
# The menu's button.
session-sign-out = Sign out
# The set-up page.
session-set-up-title = Set up Muster
# About it.
session-set-up-lead = You opened the one-time link, so you become the first administrator.
# Its button.
session-set-up = Create my account
# While it works.
session-setting-up = Creating…
# Without a token.
session-no-token-title = This page needs the one-time link
# What to do about it.
session-no-token = Muster prints it when it starts for the first time. Open it exactly as printed, with everything after the # sign.
# Before anybody can sign in.
session-set-up-needed = Nobody can sign in yet. Open the one-time link that Muster printed when it started.
# The dialog in the middle of work.
session-again-title = Please sign in again
# About it.
session-again = Your session has ended. Your file, fixes and choices are still here; after signing in you carry on where you were.

## shell

# The product's name.
shell-name = Muster
# The first link of the page, for keyboards.
shell-skip = Skip to the content
# The navigation's name.
shell-navigation = Main
# Links of the navigation.
shell-home = Home
# To the import page.
shell-import = Import
# To the extract page.
shell-extract = Extract
# To the history page.
shell-history = History
# While the session is asked for.
shell-loading = Loading…
# The home page.
shell-home-title = Good to see you
# What Muster is for.
shell-home-lead = Edit the whole staff directory in a spreadsheet, and see exactly what would change before anything does.
# The way out.
shell-home-extract-title = 1. Take an extract
# About it.
shell-home-extract = Download everyone as one CSV file. Open it in Excel or any other spreadsheet program and edit it there.
# Its link.
shell-home-extract-link = Download an extract
# The way back.
shell-home-import-title = 2. Bring it back
# About it.
shell-home-import = Drop the edited file here. You see every change and everything that looks like an accident. Nothing is sent until you say so.
# Its link.
shell-home-import-link = Check a file
# What was.
shell-home-history-title = 3. Look back
# About it.
shell-home-history = Every import is kept: who, when, and each cell that changed. Every past state can be downloaded again.
# Its link.
shell-home-history-link = See the history
# Beside the number of people.
shell-people = people in the directory
# Beside the revision.
shell-revision = current revision
# A page that isn't there.
shell-not-found-title = There is no such page
# About it.
shell-not-found = The address may be mistyped, or the page has moved.
# The way out of it.
shell-not-found-link = Go to the start
shell-directory = { $people } · revision { $revision }
shell-language = Language
shell-people-page = People
shell-reports = Reports
shell-settings = Settings

## table

# The table's name.
table-name = Rows of the file
# The bar's name.
table-counts = Show rows
# The column of lines.
table-line = Line
# The column of people.
table-person = Person
# Only columns with changes are shown.
table-only-changed = Only columns with changes
# Nothing to show.
table-no-rows = No rows here.
# The same, where the file has none at all.
table-none-read = There is no row to show. What was noticed says why.
# How to use it by keyboard.
table-keys = Arrow keys move, Enter edits a cell, Escape gives up, E explains the row, S sorts by the column, Delete leaves the row out or takes it in again, Y and T decide a conflict. Paste writes copied cells. N and P go to the next and previous problem, Enter on a problem goes to its rows, / searches, Ctrl+Z takes the last step back.
# The search field.
table-search = Find in rows
# The map beside the table.
table-map = Map of the whole file
# What it is for.
table-map-hint = Where changes, warnings and errors lie in the file. Click to go there.
# A column's head, which orders the rows.
table-sort = Click to order the rows by this column
# Leaves a row out.
table-leave-out = Leave this row out
# Takes it in again.
table-take-in = Take this row in again
# A cell is being edited.
table-editing = New value
# A key can't go further in the table.
table-edge = The table ends here.
# An absent cell.
table-absent = not in the row
# An empty cell that keeps.
table-blank = empty, stays
# An empty cell that clears.
table-cleared = cleared
# Conflicts, all at once.
table-conflicts = Someone else changed the same cells
# What to do.
table-conflicts-help = Take your value or theirs: here for all or for a column, or cell by cell in the table.
# For all columns.
table-all-columns = All
table-yours = yours
table-theirs = theirs
table-take-yours = Take yours
table-take-theirs = Take theirs
# The bar of counts.
table-filter-all = all rows
table-filter-same = same
table-filter-changed = changed
table-filter-new = new
table-filter-renamed = renamed
table-filter-conflicts = conflicts
table-filter-errors = errors
table-filter-warnings = warnings
table-filter-finding = one finding
# What a row or a cell does, in a word.
table-is-same = same
table-is-changed = changed
table-is-new = new
table-is-renamed = renamed
table-is-conflict = conflict
table-is-error = error
table-is-left-out = left out
table-is-ignored = not read
table-showing = { $rows }: { $filter }
table-column-head = { $header }: changes { NUMBER($changed) }. { $sort }.
table-stretch-row = Row { NUMBER($row) }
table-stretch-rows = Rows { NUMBER($first) } to { NUMBER($last) }
table-stretch-errors = { NUMBER($count) } with errors
table-stretch-warnings = { NUMBER($count) } with warnings
table-stretch-changed = { NUMBER($count) } changed
table-stretch-nothing = nothing
table-rows-left-out = { $rows ->
    [one] { NUMBER($rows) } row left out
   *[other] { NUMBER($rows) } rows left out
}
table-conflicts-in = { $header } ({ NUMBER($count) })

## people

people-title = People
people-lead = Everybody in the directory. To change many at once, take an extract and bring it back.
people-search = Find people by any of their words
people-none = Nobody was found.
people-first = The first { NUMBER($count) } people
people-all = { $count ->
    [one] { NUMBER($count) } person
   *[other] { NUMBER($count) } people
}
people-none-hint = Nobody has all of these words. Try fewer, or only a part of one.
people-hint-list = Several values are separated by |.
people-hint-date = YYYY-MM-DD
people-nothing-chosen = (empty)
people-head-name = Name
people-head-username = Username
people-head-role = Role
people-head-location = Location
people-back = All people
people-edit = Edit
people-cancel = Cancel
people-preview = See what this does
people-save = Save
people-would-do = What this does
people-history = What became of this person
people-no-history = Nothing has changed since the first load.
people-came = Came into the directory.

## back

back-undo = Take it back
back-undo-heading = Take revision { $number } back
back-undo-lead = What this revision changed becomes as it was before it. What was changed later stays. Nothing has happened yet.
back-restore = Go back
back-restore-heading = Go back to revision { $number }
back-restore-lead = The whole directory becomes as it was at this revision. It is a new revision, which can be taken back, too. Nothing has happened yet.
back-changes = Changes { $people }.
back-brings-back = Brings { $people } back.
back-renames = Gives { $people } the old Username again.
back-removes = Takes { $people } out of the directory.
back-nothing = Changes nothing: it is so already.
back-conflicts = { $count ->
    [one] { NUMBER($count) } cell isn't as this revision left it
   *[other] { NUMBER($count) } cells aren't as this revision left them
}
back-conflicts-help = Taking a cell back loses the later edit. Decide each one below, or many at once.
back-all-decided = All decided. You can still change your mind.
back-for-all = All of them
back-in-column = { $header } ({ NUMBER($count) })
back-take-back = Take back
back-leave = Leave as it is
back-decide-cell = { $decision }: { $column } of { $username }
back-head-now = Now
back-head-then = Would become
back-head-decision = Decision
back-edited-since = edited since
back-taken = somebody else has it now
back-referred-to = others refer to this person
back-missing = nobody has that Username any more
back-only-first = The first { NUMBER($count) } are listed. Decide the others by column, or all at once.
back-deletes = { $count ->
    [one] I know that { NUMBER($count) } person leaves the directory
   *[other] I know that { NUMBER($count) } people leave the directory
}

## reports

reports-title = Reports
reports-lead = How much of what people can say of themselves is there.
reports-completion = Profile completion
reports-complete = { NUMBER($complete) } of { NUMBER($people) } people have filled in everything.
reports-csv = Download as CSV
reports-people = Person by person
reports-person = Person
reports-share = Share
reports-filled = { NUMBER($filled) } people, { $share } %
reports-yes = Yes
reports-no = No
reports-more = Show more people

## settings

settings-title = Settings
settings-password = Your password
settings-password-current = Current password
settings-password-new = New password
settings-password-change = Change password
settings-password-changed = Your password is changed. Your other sessions have ended.
settings-choose-password = Choose a password
settings-choose-password-lead = With it you sign in from now on.
settings-choose-password-no-link = This page needs the link that a system admin gave you. Open it exactly as it is, with everything after the # sign.
settings-tokens = Tokens for scripts
settings-tokens-lead = A script signs in with a token instead of your password. It never may do more than you.
settings-token-secret = This is the token. It is shown only now, so keep it where the script finds it.
settings-token-name = What it is for
settings-token-may = It may
settings-scope-read = take extracts and reports
settings-scope-import = import files
settings-scope-manage = look after settings and admins
settings-token-make = Make a token
settings-token-revoke = Revoke
settings-token-unused = not used yet
settings-token-used = last used { $when }
settings-token-until = works until { $when }
settings-token-for-ever = works until it is revoked
settings-admins = Admins
settings-admin-name = Name
settings-admin-email = E-mail address
settings-admin-role = Role
settings-admin-role-of = Role of { $name }
settings-admin-invite = Invite
settings-admin-own = you
settings-admin-link = New password link
settings-admin-disable = Lock out
settings-admin-enable = Let in again
settings-admin-release = Release from the identity provider
settings-invited = Give { $name } this link to choose a password. It is shown only now, and works until { $until }.
settings-role-viewer = Viewer: extracts and reports
settings-role-editor = Editor: imports, too
settings-role-system-admin = System admin: everything
settings-state-invited = invited
settings-state-disabled = locked out
settings-budget = Risk budget
settings-budget-lead = The largest share of people, in percent, that one change by an editor may touch: a file, an edit, taking a revision back. A change over it needs a system admin, who types how many people it changes.
settings-budget-created = Created
settings-budget-renamed = Renamed
settings-budget-cleared = Cleared
settings-budget-suspended = Switched off
settings-budget-changed = Changed in any way
settings-files-days = Keep uploads, in days
settings-files-days-hint = Empty keeps them for ever. What each revision changed is always kept.
settings-save = Save
settings-saved = Saved.
settings-columns = Columns
settings-columns-lead = Other names by which a file may call a column, and columns of your own.
settings-column-aliases = other names, with commas
settings-column-new = New column
settings-column-kind = It holds
settings-kind-text = text
settings-kind-list = a list
settings-kind-date = a date
settings-kind-boolean = yes or no
settings-column-add = Add column
settings-audit = Audit
settings-audit-when = When
settings-audit-who = Who
settings-audit-what = What
settings-audit-details = Details
settings-audit-more = Show older entries
