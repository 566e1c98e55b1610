//! Writes every format of an assessment file into a folder, to be looked at: `samples FILE DATE FOLDER`.

use formats::{Format, Source, make};
use readiness::{Assessment, Catalogue, Date};
use std::{env, error::Error, fs, path::Path};

fn main() -> Result<(), Box<dyn Error>> {
    let arguments: Vec<String> = env::args().skip(1).collect();
    let [file, today, folder] = &arguments[..] else { return Err("usage: samples FILE DATE FOLDER".into()) };
    let catalogue = Catalogue::english();
    let assessment = Assessment::from_file(&fs::read_to_string(file)?, &catalogue)?;
    let source = Source::new(&catalogue, &assessment, Date::parse(today)?);
    fs::create_dir_all(folder)?;
    for format in Format::ALL {
        let path = Path::new(folder).join(format!("{}.{}", source.report.file_name(), format.ending()));
        match make(format, &source, &mut |_, _| {}) {
            Ok(bytes) => fs::write(path, bytes)?,
            Err(error) => eprintln!("{error}"),
        }
    }
    Ok(())
}
