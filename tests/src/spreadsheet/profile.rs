//! The macro that does in Calc what a person does by hand, and its place in a profile.

use std::fmt::Write as _;
use std::path::Path;

use super::{Edit, file_url};

/// Comma, double quote, UTF-8, and cells as they are shown: what "Save as CSV" does by default.
const EXPORT: &str = "44,34,76,1,,0,false,true,false";

/// Loads, types, saves.
pub(super) fn edit_macro(before: &Path, after: &Path, import: &str, edits: &[Edit], more: &str) -> String {
    let mut text = String::from("Sub Edit\n  Dim how(2) As New com.sun.star.beans.PropertyValue\n");
    let filter = quoted("Text - txt - csv (StarCalc)");
    // Writing to a string cannot fail.
    let _ = writeln!(text, "  how(0).Name = \"FilterName\"\n  how(0).Value = {filter}");
    let _ = writeln!(text, "  how(1).Name = \"FilterOptions\"\n  how(1).Value = {}", quoted(import));
    let _ = writeln!(text, "  how(2).Name = \"Hidden\"\n  how(2).Value = True");
    let _ = writeln!(
        text,
        "  book = StarDesktop.loadComponentFromURL({}, \"_blank\", 0, how())",
        quoted(&file_url(before))
    );
    let _ = writeln!(text, "  sheet = book.Sheets.getByIndex(0)");
    for Edit { column, row, text: typed } in edits {
        let _ = writeln!(text, "  sheet.getCellByPosition({column}, {row}).setString({})", quoted(typed));
    }
    let _ = writeln!(text, "{more}");
    if after.extension().is_some_and(|extension| extension == "xlsx") {
        let filter = quoted("Calc MS Excel 2007 XML");
        let _ = writeln!(text, "  how(0).Value = {filter}\n  how(1).Value = {}", quoted(""));
    } else {
        let _ = writeln!(text, "  how(1).Value = {}", quoted(EXPORT));
    }
    let _ = writeln!(text, "  book.storeToURL({}, how())\n  book.close(True)\nEnd Sub", quoted(&file_url(after)));
    text
}

/// Copies all cells, and writes what is then on offer: the kinds, one in a line, and the bytes of each under its place.
/// The names are short because many a word is one of Basic's own.
pub(super) fn copy_macro(forms: &Path, columns: usize, rows: usize) -> String {
    let (folder, kinds) = (quoted(&format!("{}/", file_url(forms))), quoted(&forms.join("kinds").to_string_lossy()));
    let (last_column, last_row) = (columns - 1, rows - 1);
    format!(
        "  ctrl = book.CurrentController\n  \
         ctrl.select(sheet.getCellRangeByPosition(0, 0, {last_column}, {last_row}))\n  \
         t = ctrl.getTransferable()\n  f = t.getTransferDataFlavors()\n  \
         sfa = CreateUnoService(\"com.sun.star.ucb.SimpleFileAccess\")\n  n = FreeFile\n  \
         Open {kinds} For Output As #n\n  For i = 0 To UBound(f)\n    \
         Print #n, f(i).MimeType\n  Next i\n  Close #n\n  \
         On Error Resume Next\n  For i = 0 To UBound(f)\n    \
         d = t.getTransferData(f(i))\n    s = sfa.openFileWrite({folder} & i)\n    \
         If InStr(f(i).MimeType, \"utf-16\") > 0 Then\n      \
         ts = CreateUnoService(\"com.sun.star.io.TextOutputStream\")\n      ts.setOutputStream(s)\n      \
         ts.setEncoding(\"UTF-8\")\n      ts.writeString(d)\n      ts.closeOutput()\n    \
         Else\n      s.writeBytes(d)\n      s.closeOutput()\n    End If\n  Next i\n  \
         On Error GoTo 0\n"
    )
}

/// Puts the macro where `macro:///Standard.Muster.Edit` finds it.
pub(super) fn write_macro(profile: &Path, text: &str) {
    let library = profile.join("user/basic/Standard");
    std::fs::create_dir_all(&library).expect("a folder in the profile");
    let module = format!(
        "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n\
         <!DOCTYPE script:module PUBLIC \"-//OpenOffice.org//DTD OfficeDocument 1.0//EN\" \"module.dtd\">\n\
         <script:module xmlns:script=\"http://openoffice.org/2000/script\" script:name=\"Muster\" \
         script:language=\"StarBasic\">\n{}</script:module>\n",
        escaped(text)
    );
    std::fs::write(library.join("Muster.xba"), module).expect("a writable profile");
    let modules = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n\
         <!DOCTYPE library:library PUBLIC \"-//OpenOffice.org//DTD OfficeDocument 1.0//EN\" \"library.dtd\">\n\
         <library:library xmlns:library=\"http://openoffice.org/2000/library\" library:name=\"Standard\" \
         library:readonly=\"false\" library:passwordprotected=\"false\">\n\
         <library:element library:name=\"Muster\"/>\n</library:library>\n";
    std::fs::write(library.join("script.xlb"), modules).expect("a writable profile");
}

/// A string of Basic.
fn quoted(text: &str) -> String {
    format!("\"{}\"", text.replace('"', "\"\""))
}

fn escaped(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;")
}
