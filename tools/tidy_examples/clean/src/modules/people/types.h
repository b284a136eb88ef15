// A header.
#pragma once

struct Person {};
