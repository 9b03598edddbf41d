"""The digest of the packaged model, written by `candour train`."""

DIGEST = "0434541c3bdb011fab1fd014273a84b5fb5bf517fa760446b18b7b3216ab7322"
