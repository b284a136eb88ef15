#include <soci/soci.h>

soci::session* session;
