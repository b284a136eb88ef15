#include <soci/soci.h>

// soci::session is not ours.
void send(soci::session& session);
