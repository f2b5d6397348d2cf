//! The page's entry point: mounts the app.

fn main() {
    #[cfg(target_arch = "wasm32")]
    social_credit_lab::ui::start();
}
