"""The digest of the packaged trade model, written where it is trained."""

DIGEST = "e290ead8d0bdeea23edc296a065445fdd699fa86bae7bdf03501b2c44b672efd"
