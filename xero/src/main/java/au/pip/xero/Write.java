package au.pip.xero;

/** What one call writes, and by whose leave. */
record Write(String json, WritePermit permit) {}
