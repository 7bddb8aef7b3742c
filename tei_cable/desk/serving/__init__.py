"""The desk in the browser: `work` is what an editor works on, `asked` what is asked of each doubt, `page` the page, `server` who hands it out."""
