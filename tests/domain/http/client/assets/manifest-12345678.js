window.__remixManifest = {}
