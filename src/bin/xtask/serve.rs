//! `cargo xtask serve`.

use std::net::{Ipv4Addr, TcpListener};

use crate::build::{Profile, needs, trunk};
use crate::process::{Outcome, run};
use crate::project::Project;
use crate::setup::provide;

const USUAL_PORT: u16 = 8080;

/// Builds the page, serves it to this computer and rebuilds it whenever a file changes.
pub fn command(project: &Project, args: &[String]) -> Outcome {
    let (port, profile) = options(args)?;
    provide(project, needs(profile))?;
    if TcpListener::bind((Ipv4Addr::LOCALHOST, port)).is_err() {
        return Err(format!("Port {port} is taken by another program. Choose one with `cargo xtask serve --port N`."));
    }
    println!("Building the page (two minutes the first time). It will be at http://127.0.0.1:{port}/ until Ctrl+C.");
    println!("After a change, reload it yourself: the page's content policy allows no reloading script.");
    let mut trunk = trunk(project);
    // Not into dist/, so that a page built for publication is never replaced by one with other addresses.
    trunk.args(["serve", "--no-autoreload", "--address", "127.0.0.1", "--public-url", "/"]);
    trunk.args(["--port", &port.to_string(), "--dist"]).arg(project.scratch("serve"));
    if profile == Profile::Release {
        trunk.arg("--release");
    }
    run(&mut trunk)
}

fn options(args: &[String]) -> Outcome<(u16, Profile)> {
    let (mut port, mut profile) = (USUAL_PORT, Profile::Release);
    let mut args = args.iter();
    while let Some(arg) = args.next() {
        match arg.as_str() {
            "--dev" => profile = Profile::Dev,
            "--port" => {
                let number = args.next().and_then(|text| text.parse().ok());
                port = number.ok_or("`--port` needs a number from 1 to 65535.")?;
            }
            unknown => return Err(format!("`serve` does not know `{unknown}`.")),
        }
    }
    Ok((port, profile))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_options_of_serve() {
        let words = |line: &str| line.split_whitespace().map(str::to_owned).collect::<Vec<_>>();
        assert_eq!(options(&[]), Ok((8080, Profile::Release)));
        assert_eq!(options(&words("--dev --port 9000")), Ok((9000, Profile::Dev)));
        assert!(options(&words("--port many")).is_err());
        assert!(options(&words("--fast")).is_err());
    }
}
