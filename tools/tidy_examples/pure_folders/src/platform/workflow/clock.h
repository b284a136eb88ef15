// A header.
#pragma once
#include "platform/storage/work.h"
