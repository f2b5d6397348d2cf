//! The worker's entry point.

fn main() {
    #[cfg(target_arch = "wasm32")]
    social_credit_lab::worker::start();
}
