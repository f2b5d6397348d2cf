//! Pictures of the page for whoever works on its looks: `cargo xtask shots '#/lab'`.

use std::path::PathBuf;

use crate::harness::{Outcome, Page, Scheme, Shot, alone};

const SIZES: &[(u32, u32)] = &[(1440, 900), (1024, 768), (390, 844)];

struct Options {
    out: PathBuf,
    shot: Shot,
    schemes: Vec<Scheme>,
    sizes: Vec<(u32, u32)>,
    clicks: Vec<String>,
    routes: Vec<String>,
}

/// Takes a picture of each route in each size and scheme.
pub fn take(args: &[String]) -> Outcome {
    let options = Options::read(args)?;
    alone(async |page| {
        for route in &options.routes {
            for size in &options.sizes {
                for scheme in &options.schemes {
                    picture(page, &options, route, *size, *scheme).await?;
                }
            }
        }
        Ok(())
    })
}

async fn picture(page: &Page, options: &Options, route: &str, size: (u32, u32), scheme: Scheme) -> Outcome {
    page.resize(size.0, size.1).await?;
    page.prefer(scheme).await?;
    page.open(route).await?;
    for css in &options.clicks {
        page.click(css).await?;
    }
    let name = format!("{}-{}x{}-{}.png", slug(route), size.0, size.1, scheme.name());
    let file = options.out.join(name);
    page.picture(options.shot, &file).await?;
    println!("{}", file.display());
    for error in page.errors().await? {
        println!("  console: {error}");
    }
    Ok(())
}

impl Options {
    fn read(args: &[String]) -> Outcome<Self> {
        let mut options = Self {
            out: PathBuf::from("."),
            shot: Shot::Window,
            schemes: Vec::new(),
            sizes: Vec::new(),
            clicks: Vec::new(),
            routes: Vec::new(),
        };
        let mut args = args.iter();
        while let Some(arg) = args.next() {
            let mut value = || args.next().ok_or_else(|| format!("`{arg}` needs a value"));
            match arg.as_str() {
                "--out" => options.out = value()?.into(),
                "--full" => options.shot = Shot::Document,
                "--light" => options.schemes.push(Scheme::Light),
                "--dark" => options.schemes.push(Scheme::Dark),
                "--size" => options.sizes.push(size(value()?)?),
                "--click" => options.clicks.push(value()?.clone()),
                flag if flag.starts_with("--") => return Err(format!("`shots` does not know `{flag}`").into()),
                route if route.is_empty() || route.starts_with('#') => options.routes.push(route.to_owned()),
                route => options.routes.push(format!("#{route}")),
            }
        }
        if options.schemes.is_empty() {
            options.schemes = vec![Scheme::Light, Scheme::Dark];
        }
        if options.sizes.is_empty() {
            options.sizes = SIZES.to_vec();
        }
        if options.routes.is_empty() {
            options.routes.push(String::new());
        }
        Ok(options)
    }
}

/// "390x844" is 390 by 844 pixels.
fn size(text: &str) -> Outcome<(u32, u32)> {
    let (width, height) = text.split_once('x').ok_or_else(|| format!("`{text}` is not a size such as 390x844"))?;
    Ok((width.parse()?, height.parse()?))
}

/// A route as part of a file name; `#/` and nothing are "start".
fn slug(route: &str) -> String {
    let words: Vec<&str> =
        route.split(|letter: char| !letter.is_alphanumeric()).filter(|word| !word.is_empty()).collect();
    if words.is_empty() { "start".to_owned() } else { words.join("-").chars().take(60).collect() }
}
