#include "app/routes.h"
