//! The size and the colours of the window, and pictures of it.

use std::fs;
use std::path::Path;

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use serde_json::json;

use super::{Outcome, Page};

/// What the visitor's system prefers.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Scheme {
    /// Dark text on light ground.
    Light,
    /// Light text on dark ground.
    Dark,
}

impl Scheme {
    /// The value of the media feature `prefers-color-scheme`.
    pub fn name(self) -> &'static str {
        match self {
            Self::Light => "light",
            Self::Dark => "dark",
        }
    }
}

/// How much of the page a picture shows.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Shot {
    /// What is in the window.
    Window,
    /// The whole document.
    Document,
}

impl Page {
    /// Gives the window a size. Up to 480 pixels of width it is a telephone with a touch screen.
    pub async fn resize(&self, width: u32, height: u32) -> Outcome {
        let mobile = width <= 480;
        let size = json!({ "width": width, "height": height, "deviceScaleFactor": 1, "mobile": mobile });
        self.devtools("Emulation.setDeviceMetricsOverride", size).await?;
        let touch = json!({ "enabled": mobile, "maxTouchPoints": if mobile { 5 } else { 1 } });
        self.devtools("Emulation.setTouchEmulationEnabled", touch).await?;
        self.settle().await
    }

    /// A telephone held upright.
    pub async fn be_a_telephone(&self) -> Outcome {
        self.resize(390, 844).await
    }

    /// Sets what the visitor's system prefers.
    pub async fn prefer(&self, scheme: Scheme) -> Outcome {
        self.media("", &[("prefers-color-scheme", scheme.name())]).await
    }

    /// Sets a CSS media type (`print`, or nothing for the usual) and media features.
    pub async fn media(&self, media_type: &str, features: &[(&str, &str)]) -> Outcome {
        let mut features = features.to_vec();
        // Pictures and checks in the midst of a transition would differ from run to run.
        if features.iter().all(|(name, _)| *name != "prefers-reduced-motion") {
            features.push(("prefers-reduced-motion", "reduce"));
        }
        let features: Vec<_> = features.iter().map(|(name, value)| json!({ "name": name, "value": value })).collect();
        self.devtools("Emulation.setEmulatedMedia", json!({ "media": media_type, "features": features })).await?;
        self.settle().await
    }

    /// Lets downloads through, into `folder`.
    pub async fn download_into(&self, folder: &Path) -> Outcome {
        let params = json!({ "behavior": "allow", "downloadPath": folder.display().to_string() });
        self.devtools("Browser.setDownloadBehavior", params).await?;
        Ok(())
    }

    /// Writes a picture as PNG.
    pub async fn picture(&self, shot: Shot, file: &Path) -> Outcome {
        let mut params = json!({ "format": "png" });
        if shot == Shot::Document {
            let sizes = self.devtools("Page.getLayoutMetrics", json!({})).await?;
            let size = &sizes["cssContentSize"];
            params["captureBeyondViewport"] = json!(true);
            params["clip"] = json!({ "x": 0, "y": 0, "width": size["width"], "height": size["height"], "scale": 1 });
        }
        let answer = self.devtools("Page.captureScreenshot", params).await?;
        let png = STANDARD.decode(answer["data"].as_str().ok_or("the browser sent no picture")?)?;
        if let Some(folder) = file.parent() {
            fs::create_dir_all(folder)?;
        }
        fs::write(file, png).map_err(|error| format!("{} cannot be written: {error}", file.display()))?;
        Ok(())
    }
}
