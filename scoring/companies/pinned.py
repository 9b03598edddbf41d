"""The digest of the packaged trade model, written where it is trained."""

DIGEST = "fa481976df09b7ca84ad3a7a7e11ad769b883927d50646f529549fe6519524cb"
