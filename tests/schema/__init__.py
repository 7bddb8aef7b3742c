"""The schema of a telegram: cable.rng, cable.xsd and cable.sch."""
