//! How much a first visit to the page downloads.

use std::fs;
use std::path::Path;
use std::process::{Command, Stdio};

use crate::process::{Outcome, find};

/// Prints the size of `index.html` and of every file it names, plain and as a web server sends it.
pub fn print(dist: &Path) -> Outcome {
    let index = dist.join("index.html");
    let html = fs::read_to_string(&index).map_err(|error| format!("{} cannot be read: {error}", index.display()))?;
    let mut names: Vec<String> = fs::read_dir(dist)
        .map_err(|error| format!("{} cannot be read: {error}", dist.display()))?
        .filter_map(|entry| entry.ok().filter(|it| it.path().is_file())?.file_name().into_string().ok())
        .filter(|name| name == "index.html" || html.contains(name.as_str()))
        .collect();
    names.sort();

    println!("\nFirst visit:                             plain    gzip");
    let (mut plain_sum, mut gzip_sum) = (0, Some(0));
    for name in names {
        let file = dist.join(&name);
        let plain = fs::metadata(&file).map_or(0, |data| data.len());
        let gzip = gzip_size(&file);
        println!("  {name:36} {:>7} {:>7}", kilobytes(Some(plain)), kilobytes(gzip));
        plain_sum += plain;
        gzip_sum = gzip_sum.zip(gzip).map(|(sum, size)| sum + size);
    }
    println!("  {:36} {:>7} {:>7}\n", "together", kilobytes(Some(plain_sum)), kilobytes(gzip_sum));
    Ok(())
}

fn gzip_size(file: &Path) -> Option<u64> {
    let output = Command::new(find("gzip")?).arg("-c").arg(file).stdin(Stdio::null()).output().ok()?;
    output.status.success().then_some(output.stdout.len() as u64)
}

fn kilobytes(bytes: Option<u64>) -> String {
    bytes.map_or_else(|| "?".to_owned(), |bytes| format!("{}.{} kB", bytes / 1000, bytes % 1000 / 100))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn sizes_are_shown_in_thousands_of_bytes() {
        assert_eq!(kilobytes(Some(81_960)), "81.9 kB");
        assert_eq!(kilobytes(None), "?");
    }
}
