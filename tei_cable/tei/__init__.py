"""Cable to TEI (`build`) and back (`parse`): the one place where spans become nested elements."""
