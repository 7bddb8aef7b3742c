"""Pages of HTML: what the exporters `html`, `parallel` and `site` share. `document` is the page's frame, `telegram` what a telegram's page holds."""
