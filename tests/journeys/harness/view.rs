//! The size and the colours of the window, and pictures of it.

use std::fs;
use std::path::Path;

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use serde_json::json;

use super::{Browser, Outcome, Page};

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
        if self.browser() == Browser::Firefox {
            return self.resize_firefox(width, height).await;
        }
        let mobile = width <= 480;
        let size = json!({ "width": width, "height": height, "deviceScaleFactor": 1, "mobile": mobile });
        self.devtools("Emulation.setDeviceMetricsOverride", size).await?;
        let touch = json!({ "enabled": mobile, "maxTouchPoints": if mobile { 5 } else { 1 } });
        self.devtools("Emulation.setTouchEmulationEnabled", touch).await?;
        self.settle().await
    }

    /// Firefox counts its own bars in, and has no window narrower than 450 pixels.
    async fn resize_firefox(&self, width: u32, height: u32) -> Outcome {
        let bars = "return [outerWidth - innerWidth, outerHeight - innerHeight]";
        let (right, above): (u32, u32) = serde_json::from_value(self.script(bars, vec![]).await?)?;
        self.client.set_window_size(width + right, height + above).await?;
        self.settle().await
    }

    /// A telephone held upright.
    pub async fn be_a_telephone(&self) -> Outcome {
        self.resize(390, 844).await
    }

    /// Sets what the visitor's system prefers.
    pub async fn prefer(&self, scheme: Scheme) -> Outcome {
        if self.browser() == Browser::Firefox {
            let value = json!(i32::from(scheme == Scheme::Light));
            self.set_preference("layout.css.prefers-color-scheme.content-override", value).await?;
            return self.settle().await;
        }
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
        let folder = folder.display().to_string();
        if self.browser() == Browser::Firefox {
            return self.set_preference("browser.download.dir", json!(folder)).await;
        }
        let params = json!({ "behavior": "allow", "downloadPath": folder });
        self.devtools("Browser.setDownloadBehavior", params).await?;
        Ok(())
    }

    /// Lets the page write to the clipboard and read from it.
    pub async fn allow_clipboard(&self) -> Outcome {
        if self.browser() == Browser::Firefox {
            // Its settings allow it from the beginning.
            return Ok(());
        }
        let rights = json!({ "permissions": ["clipboardReadWrite", "clipboardSanitizedWrite"] });
        self.devtools("Browser.grantPermissions", rights).await.map(drop)
    }

    /// Writes a picture as PNG.
    pub async fn picture(&self, shot: Shot, file: &Path) -> Outcome {
        let png = match self.browser() {
            Browser::Chromium => self.screenshot(shot).await?,
            // Of the window alone.
            Browser::Firefox => self.client.screenshot().await?,
        };
        if let Some(folder) = file.parent() {
            fs::create_dir_all(folder)?;
        }
        fs::write(file, png).map_err(|error| format!("{} cannot be written: {error}", file.display()))?;
        Ok(())
    }

    async fn screenshot(&self, shot: Shot) -> Outcome<Vec<u8>> {
        let mut params = json!({ "format": "png" });
        if shot == Shot::Document {
            let sizes = self.devtools("Page.getLayoutMetrics", json!({})).await?;
            let size = &sizes["cssContentSize"];
            params["captureBeyondViewport"] = json!(true);
            params["clip"] = json!({ "x": 0, "y": 0, "width": size["width"], "height": size["height"], "scale": 1 });
        }
        let answer = self.devtools("Page.captureScreenshot", params).await?;
        Ok(STANDARD.decode(answer["data"].as_str().ok_or("the browser sent no picture")?)?)
    }
}
